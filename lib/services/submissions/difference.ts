import 'server-only';
import { structuredPatch } from 'diff';
import type { Member } from '#lib/core/actors.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { SubmissionId } from '#lib/core/ids.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { selectHistory, selectReport, type SubmissionRow } from '#lib/data/submissions.ts';
import { viewSubmission, type SubmissionView } from './view.ts';

/** `gap`: unchanged lines left out. */
export type DiffLine = { kind: 'added' | 'removed' | 'same' | 'gap'; text: string };
/** `lines` is empty when the code is the same; null when more than `EDITS_MAX` lines differ. */
export type Difference = { previous: SubmissionId; before: SubmissionReport; lines: DiffLine[] | null };

/** `compared`: null while there is no report, and where no graded submission came before. */
export type ComparedView = SubmissionView & { compared: Difference | null };

const CONTEXT = 3;
/**
 * Lines removed and added. The work grows with their square (E. W. Myers, "An O(ND) difference algorithm", 1986): 500 lines written anew
 * take a tenth of a second, two files of 256 KiB without a line in common would take minutes.
 */
export const EDITS_MAX = 1000;

/** A submission beside the student's last graded one to the assignment before it. Refusals as for `viewSubmission`. */
export function viewCompared(member: Member, id: SubmissionId): Result<ComparedView> {
  const found = viewSubmission(member, id);
  if (!found.ok) return found;
  const { report, submission } = found.value;
  return ok({ ...found.value, compared: report && compareWithPrevious(submission) });
}

function compareWithPrevious(submission: SubmissionRow): Difference | null {
  const history = selectHistory(submission.assignmentId, submission.userId);
  const previous = history.slice(history.findIndex((s) => s.id === submission.id) + 1).find((s) => s.state === 'graded');
  const before = previous && selectReport(previous.id)?.report;
  return before ? { previous: previous.id, before, lines: diffLines(previous.source, submission.source) } : null;
}

/** Changed lines with some unchanged ones around them; null when there are more than `EDITS_MAX`. */
export function diffLines(before: string, after: string): DiffLine[] | null {
  const patch = structuredPatch('', '', withEnd(before), withEnd(after), '', '', { context: CONTEXT, maxEditLength: EDITS_MAX });
  if (!patch) return null;
  return patch.hunks.flatMap(({ lines, oldStart }, i) => [...(i > 0 || oldStart > 1 ? [GAP] : []), ...lines.map(lineOf)]);
}

const GAP: DiffLine = { kind: 'gap', text: '' };
const KIND = { '+': 'added', '-': 'removed', ' ': 'same' } as const;

const lineOf = (line: string): DiffLine => ({ kind: KIND[line[0] as keyof typeof KIND], text: line.slice(1) });

/** Line ends of any system, and one at the end: a missing one is no change worth showing. */
const withEnd = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n?$/, '\n');
