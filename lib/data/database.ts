import 'server-only';
import Sqlite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { config } from '#lib/config/config.ts';
import * as schema from '#drizzle/schema/index.ts';

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database };

const MIGRATIONS = 'drizzle/migrations';

/** Opened on first use (a build must not create a database) and kept across development reloads. */
const holder = globalThis as typeof globalThis & { __derinDatabase?: Database };

export function database(): Database {
  holder.__derinDatabase ??= openDatabase(path.join(config().dataFolder, 'derin.db'));
  return holder.__derinDatabase;
}

/** `file` may be ":memory:". WAL lets web and worker write side by side; a writer waits up to 5 s for the other. */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const client = new Sqlite(file);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = NORMAL');
  client.pragma('foreign_keys = ON');
  client.pragma('busy_timeout = 5000');
  return drizzle(client, { schema });
}

/** Brings the schema up to date; each migration is one transaction, so a failed one leaves the last good state. */
export function migrateDatabase(db: Database): void {
  migrate(db, { migrationsFolder: path.resolve(/* turbopackIgnore: true */ MIGRATIONS) });
}

export function closeDatabase(): void {
  holder.__derinDatabase?.$client.close();
  delete holder.__derinDatabase;
}

/** A statement that is built and compiled once for a connection: for queries of every request, whose building costs more than their run. */
export function prepared<S>(build: (db: Database) => S): () => S {
  const made = new WeakMap<Database, S>();
  return () => {
    const db = database();
    const statement = made.get(db) ?? build(db);
    made.set(db, statement);
    return statement;
  };
}

/** The same for a statement in SQL. */
export const preparedSql = (text: string) =>
  prepared((db) => db.$client.prepare<Record<string, unknown>>(text));

/** Runs `work` in one transaction that takes the write lock at once, so two deciders cannot interleave. */
export function inTransaction<T>(work: () => T): T {
  return database().$client.transaction(work).immediate();
}
