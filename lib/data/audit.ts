import 'server-only';
import type { UserId } from '#lib/core/ids.ts';
import { auditLog } from '#drizzle/schema/index.ts';
import { database } from './database.ts';
import { newId, now } from './source.ts';

/** Adds a line to the audit log. `actorId` null: the system or the operator. */
export function insertAudit(
  actorId: UserId | null,
  action: string,
  subject: string | null,
  detail: Record<string, string | number | boolean | null> = {},
): void {
  database()
    .insert(auditLog)
    .values({ id: newId('audit'), at: now(), actorId, action, subject, detail })
    .run();
}
