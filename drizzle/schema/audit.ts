import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AuditId, UserId } from '#lib/core/ids.ts';
import { instantColumn, jsonColumn } from './columns.ts';

/** Who did what to whom: log-ins, password changes, exports, regrades, corrections. Rows are only added. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: text('id').$type<AuditId>().primaryKey(),
    at: instantColumn('at').notNull(),
    /** Null: the system itself or the operator at the command line. */
    actorId: text('actor_id').$type<UserId>(),
    /** For example "login.failed", "export.scores". */
    action: text('action').notNull(),
    /** The id of what it was done to. */
    subject: text('subject'),
    detail: jsonColumn<Record<string, string | number | boolean | null>>('detail').notNull(),
  },
  (t) => [index('audit_log_at').on(t.at), index('audit_log_subject').on(t.subject)],
);

/** Small facts about the installation: publication, first start, latest isolation proof. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: jsonColumn<unknown>('value').notNull(),
});
