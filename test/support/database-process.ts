/** A process that tries to own a database file, and holds it until it is killed. */
import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';

try {
  const owned = new SqliteDatabase(process.argv[2]!);
  process.on('disconnect', () => owned.close());
  process.send!('owned');
} catch (error) {
  process.send!(error instanceof DigitizationError ? error.code : String(error), () => process.disconnect());
}
