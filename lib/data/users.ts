import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { users } from '#drizzle/schema/index.ts';
import type { UserId } from '#lib/core/ids.ts';
import { database, prepared } from './database.ts';

export type UserRow = typeof users.$inferSelect;

export const selectUserByEmail = (emailFolded: string): UserRow | undefined =>
  database().select().from(users).where(eq(users.emailFolded, emailFolded)).get();

const byId = prepared((db) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare(),
);
export const selectUser = (id: UserId): UserRow | undefined => byId().get({ id });

export const selectUsers = (): UserRow[] =>
  database().select().from(users).orderBy(asc(users.nameFolded)).all();

export const insertUser = (row: typeof users.$inferInsert) => database().insert(users).values(row).run();

export const updateUser = (
  id: UserId,
  change: Partial<
    Pick<UserRow, 'passwordHash' | 'sessionVersion' | 'lang' | 'name' | 'nameFolded' | 'role' | 'disabledAt'>
  >,
) => database().update(users).set(change).where(eq(users.id, id)).run();
