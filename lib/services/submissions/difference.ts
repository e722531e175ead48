import 'server-only';
import { structuredPatch } from 'diff';
import type { Member } from '#lib/core/actors.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { SubmissionId } from '#lib/core/ids.ts';
import { selectHistory, selectReport } from '#lib/data/submissions.ts';
import { viewSubmission } from './view.ts';

/** `gap`: unchanged lines left out. */
export type DiffLine = { kind: 'added' | 'removed' | 'same' | 'gap'; text: string };
/** `lines` is empty when the code is the same; null when comparing would take too long. */
export type Difference = { previous: SubmissionId; before: SubmissionReport; lines: DiffLine[] | null };

const CONTEXT = 3;
/** Two files of 256 KiB without a line in common would take minutes. */
const TIMEOUT_MS = 200;

/** What changed since the student's last graded submission to the assignment before this one; null when there is none, or no right to see it. */
export function compareWithPrevious(member: Member, id: SubmissionId): Difference | null {
  const found = viewSubmission(member, id);
  if (!found.ok) return null;
  const { submission } = found.value;
  const history = selectHistory(submission.assignmentId, submission.userId);
  const previous = history.slice(history.findIndex((s) => s.id === id) + 1).find((s) => s.state === 'graded');
  const before = previous && selectReport(previous.id)?.report;
  return before ? { previous: previous.id, before, lines: diffLines(previous.source, submission.source) } : null;
}

/** Changed lines with some unchanged ones around them. */
export function diffLines(before: string, after: string): DiffLine[] | null {
  const patch = structuredPatch('', '', withEnd(before), withEnd(after), '', '', { context: CONTEXT, timeout: TIMEOUT_MS });
  if (!patch) return null;
  return patch.hunks.flatMap(({ lines, oldStart }, i) => [...(i > 0 || oldStart > 1 ? [GAP] : []), ...lines.map(lineOf)]);
}

const GAP: DiffLine = { kind: 'gap', text: '' };
const KIND = { '+': 'added', '-': 'removed', ' ': 'same' } as const;

const lineOf = (line: string): DiffLine => ({ kind: KIND[line[0] as keyof typeof KIND], text: line.slice(1) });

/** Line ends of any system, and one at the end: a missing one is no change worth showing. */
const withEnd = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n?$/, '\n');
