import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { users } from '#drizzle/schema/index.ts';
import type { UserId } from '#lib/core/ids.ts';
import { database } from './database.ts';

export type UserRow = typeof users.$inferSelect;

export const selectUserByEmail = (emailFolded: string): UserRow | undefined =>
  database().select().from(users).where(eq(users.emailFolded, emailFolded)).get();

export const selectUser = (id: UserId): UserRow | undefined =>
  database().select().from(users).where(eq(users.id, id)).get();

export const selectUsers = (): UserRow[] =>
  database().select().from(users).orderBy(asc(users.nameFolded)).all();

export const insertUser = (row: typeof users.$inferInsert) => database().insert(users).values(row).run();

export const updateUser = (
  id: UserId,
  change: Partial<
    Pick<UserRow, 'passwordHash' | 'sessionVersion' | 'lang' | 'name' | 'nameFolded' | 'role' | 'disabledAt'>
  >,
) => database().update(users).set(change).where(eq(users.id, id)).run();
