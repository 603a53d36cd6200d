import { SqliteAccounts } from '../../shared/adapters/local/sqlite-accounts.ts';
import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { describeAccounts } from './accounts.contract.ts';

/** What is promised does not depend on how dear a guess is. */
const CHEAP = { logN: 4, r: 1, p: 1 };

describeAccounts('sqlite', async () => {
  const database = new SqliteDatabase(':memory:');
  return {
    subject: new SqliteAccounts(database, new ManualClock(), CHEAP),
    close: () => database.close(),
  };
});
