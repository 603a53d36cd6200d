/** Whether there is a line, as far as the browser knows. */
import { createStore } from './store.ts';

export const onLine = createStore(navigator.onLine);

addEventListener('online', () => onLine.set(true));
addEventListener('offline', () => onLine.set(false));
