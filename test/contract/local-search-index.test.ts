import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import { SqliteSearchIndex } from '../../shared/adapters/local/sqlite-search-index.ts';
import { describeSearchIndex } from './search-index.contract.ts';

describeSearchIndex('sqlite', async () => {
  const database = new SqliteDatabase(':memory:');
  return { subject: new SqliteSearchIndex(database), close: () => database.close() };
});
