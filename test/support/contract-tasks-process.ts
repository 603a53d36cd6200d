/** The contract's tasks in a child process. */
import { serveTasks } from '../../shared/adapters/local/task-server.ts';
import { contractTasks } from './contract-tasks.ts';

serveTasks(contractTasks);
