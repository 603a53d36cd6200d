/** Entry of a child process: serves the heavy tasks of one object folder until its parent ends. */

import { serveTasks } from '../adapters/local/task-server.ts';
import type { Settings } from '../config/settings.ts';
import { createTools } from './tools.ts';

const [objectsFolder, ocrEngine] = process.argv.slice(2);
serveTasks(await createTools(objectsFolder!, { ocrEngine: ocrEngine as Settings['ocrEngine'] }));
