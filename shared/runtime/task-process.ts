/** Entry of a child process: serves the heavy tasks of one object folder until its parent ends. */

import { FolderObjectStore } from '../adapters/local/folder-object-store.ts';
import { serveTasks } from '../adapters/local/task-server.ts';
import type { Settings } from '../config/settings.ts';
import { chooseEngine } from './choose-engine.ts';
import { createTools } from './tools.ts';

const [objectsFolder, ocrEngine] = process.argv.slice(2);
const store = new FolderObjectStore(objectsFolder!);
serveTasks(await createTools(store, () => chooseEngine(ocrEngine as Settings['ocrEngine'])));
