import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import { SqliteWorkQueue } from '../../shared/adapters/local/sqlite-work-queue.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { describeWorkQueue } from './work-queue.contract.ts';

describeWorkQueue('sqlite', async () => {
  const database = new SqliteDatabase(':memory:');
  const clock = new ManualClock();
  return {
    subject: { queue: new SqliteWorkQueue(database, clock), wait: async (ms) => clock.advance(ms) },
    close: () => database.close(),
  };
});
