import 'server-only';
import { and, desc, eq, or, sql } from 'drizzle-orm';
import { alias, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Instant } from '#lib/core/clock.ts';
import type { AuditId, UserId } from '#lib/core/ids.ts';
import { auditLog, users } from '#drizzle/schema/index.ts';
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

/** `actor` null: the system or the operator. `person`: the name behind the subject, when that is an account. */
export type AuditLine = {
  id: AuditId;
  at: Instant;
  actor: string | null;
  action: string;
  subject: string | null;
  person: string | null;
  detail: Record<string, string | number | boolean | null>;
};

/** Folded parts of a name and an e-mail to look for in the actor; `email` empty takes every line, also the system's. */
type Wanted = { name: string; email: string; action: string; limit: number; offset: number };

const actors = alias(users, 'actors');
const people = alias(users, 'people');

/** Newest first. */
export const selectAudit = ({ name, email, action, limit, offset }: Wanted): AuditLine[] =>
  database()
    .select({
      id: auditLog.id,
      at: auditLog.at,
      actor: actors.name,
      action: auditLog.action,
      subject: auditLog.subject,
      person: people.name,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .leftJoin(actors, eq(actors.id, auditLog.actorId))
    .leftJoin(people, sql`${people.id} = ${auditLog.subject}`)
    .where(
      and(
        action === '' ? undefined : eq(auditLog.action, action),
        email === ''
          ? undefined
          : or(
              contains(actors.emailFolded, email),
              name === '' ? undefined : contains(actors.nameFolded, name),
            ),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit)
    .offset(offset)
    .all();

/** Not `like`: what is searched for may hold its wildcards. */
const contains = (column: AnySQLiteColumn, part: string) => sql`instr(${column}, ${part}) > 0`;

/** Every action there is a line of. */
export const selectAuditActions = (): string[] =>
  database()
    .selectDistinct({ action: auditLog.action })
    .from(auditLog)
    .orderBy(auditLog.action)
    .all()
    .map((row) => row.action);
