/** Opens the console. */
import { render } from 'preact';
import { chooseLanguage, language } from './i18n/index.ts';
import { App } from './shell/app.tsx';
import { keepOffline } from './shell/keep-offline.ts';
import { openSession } from './shell/session.ts';
import './style.css';

chooseLanguage(language.get());
render(<App />, document.getElementById('console')!);
void openSession();
addEventListener('load', () => void keepOffline());
