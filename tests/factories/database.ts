import { closeDatabase, database, migrateDatabase, type Database } from '#lib/data/database.ts';

/** A migrated, empty, real database in this test file's own data folder. */
export function freshDatabase(): Database {
  closeDatabase();
  const db = database();
  migrateDatabase(db);
  for (const { name } of db.$client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite_%'",
    )
    .all() as { name: string }[]) {
    db.$client.pragma('foreign_keys = OFF');
    db.$client.exec(`delete from "${name}"`);
  }
  db.$client.pragma('foreign_keys = ON');
  return db;
}
