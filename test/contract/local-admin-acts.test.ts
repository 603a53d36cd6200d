import { SqliteAdminActs } from '../../shared/adapters/local/sqlite-admin-acts.ts';
import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import { describeAdminActs } from './admin-acts.contract.ts';

describeAdminActs('sqlite', async () => {
  const database = new SqliteDatabase(':memory:');
  return { subject: new SqliteAdminActs(database), close: () => database.close() };
});
