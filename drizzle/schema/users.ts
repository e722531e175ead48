import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '#lib/core/actors.ts';
import type { UserId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { instantColumn } from './columns.ts';

export const users = sqliteTable(
  'users',
  {
    id: text('id').$type<UserId>().primaryKey(),
    /** As typed at sign-up. */
    email: text('email').notNull(),
    /** Lower-cased without a locale: the identity a log-in is matched by. */
    emailFolded: text('email_folded').notNull(),
    name: text('name').notNull(),
    /** Folded with Turkish rules, for search. */
    nameFolded: text('name_folded').notNull(),
    /** argon2id in PHC format. */
    passwordHash: text('password_hash').notNull(),
    /** Raised by a password change: sessions made before it end. */
    sessionVersion: integer('session_version').notNull().default(1),
    role: text('role').$type<Role>().notNull(),
    lang: text('lang').$type<Lang>().notNull(),
    /** Null: the account is active. */
    disabledAt: instantColumn('disabled_at'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (t) => [
    /** Log-in. */
    uniqueIndex('users_email').on(t.emailFolded),
    /** The administrator's list by role. */
    index('users_role').on(t.role),
  ],
);
