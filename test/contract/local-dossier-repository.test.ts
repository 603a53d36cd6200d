import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import { SqliteDossierRepository } from '../../shared/adapters/local/sqlite-dossier-repository.ts';
import { SqliteOutbox } from '../../shared/adapters/local/sqlite-outbox.ts';
import { describeDossierRepository } from './dossier-repository.contract.ts';

describeDossierRepository('sqlite', async () => {
  const database = new SqliteDatabase(':memory:');
  return {
    subject: { repository: new SqliteDossierRepository(database), outbox: new SqliteOutbox(database) },
    close: () => database.close(),
  };
});
