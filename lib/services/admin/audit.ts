import 'server-only';
import { isAdmin } from '#lib/auth/actors.ts';
import type { Admin } from '#lib/core/actors.ts';
import { foldEmail } from '#lib/core/email.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { fold } from '#lib/core/text/fold.ts';
import { selectAudit, selectAuditActions, type AuditLine } from '#lib/data/audit.ts';

/** `actor`: part of a name or e-mail; empty: anybody, also the system. `action` empty: any. `page` from 1. */
export type AuditFilter = { actor: string; action: string; page: number };
export type AuditPage = { lines: AuditLine[]; actions: string[]; hasMore: boolean };

export const AUDIT_PAGE = 50;

/** One page of who did what, newest first, with the actions there are to choose from. */
export function readAudit(admin: Admin, { actor, action, page }: AuditFilter): Result<AuditPage> {
  if (!isAdmin(admin)) return fail('common.notAllowed');
  const lines = selectAudit({
    name: fold(actor),
    email: foldEmail(actor),
    action,
    limit: AUDIT_PAGE + 1,
    offset: (page - 1) * AUDIT_PAGE,
  });
  return ok({
    lines: lines.slice(0, AUDIT_PAGE),
    actions: selectAuditActions(),
    hasMore: lines.length > AUDIT_PAGE,
  });
}
