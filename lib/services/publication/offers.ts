import 'server-only';
import type { Admin, Operator } from '#lib/core/actors.ts';
import { BANK_FOLDER } from '#lib/content/bank.ts';
import { readBlueprints } from '#lib/content/blueprints.ts';
import type { CourseId } from '#lib/core/ids.ts';
import { selectAssignments } from '#lib/data/assignments.ts';
import { selectExams } from '#lib/data/attempts.ts';
import { selectAllCourseIds } from '#lib/data/courses.ts';
import { inTransaction } from '#lib/data/database.ts';
import { insertAssignment, insertExam, selectAssignmentVersions, updateWithdrawn } from '#lib/data/publication.ts';
import { newId, now } from '#lib/data/source.ts';

/**
 * Offers every blueprint of the bank as a practice exam and every coding task as an assignment to each course. A new version replaces
 * the offer of the old one, which stays readable.
 */
export function ensureOffers(_actor: Operator | Admin): void {
  const blueprints = readBlueprints(BANK_FOLDER);
  const tasks = latestTasks();
  inTransaction(() => {
    for (const courseId of selectAllCourseIds()) {
      offerExams(courseId, blueprints);
      offerAssignments(courseId, tasks);
    }
  });
}

function offerExams(courseId: CourseId, blueprints: ReturnType<typeof readBlueprints>): void {
  const offered = selectExams(courseId).filter((e) => e.kind === 'practice');
  for (const b of blueprints) {
    const same = offered.filter((e) => e.blueprint === b.id);
    if (same.some((e) => e.blueprintVersion === b.version)) continue;
    same.filter((e) => e.withdrawnAt === null).forEach((e) => updateWithdrawn('exam', e.id, now()));
    insertExam({ id: newId('exam'), courseId, kind: 'practice', blueprint: b.id, blueprintVersion: b.version, content: b, durationSeconds: b.durationSeconds, createdAt: now() });
  }
}

function offerAssignments(courseId: CourseId, tasks: { task: string; version: number }[]): void {
  const offered = selectAssignments(courseId).map(({ offer }) => offer);
  for (const { task, version } of tasks) {
    const same = offered.filter((a) => a.task === task);
    if (same.some((a) => a.version === version)) continue;
    same.filter((a) => a.withdrawnAt === null).forEach((a) => updateWithdrawn('assignment', a.id, now()));
    insertAssignment({ id: newId('assignment'), courseId, task, version, createdAt: now() });
  }
}

function latestTasks(): { task: string; version: number }[] {
  const latest = new Map<string, number>();
  for (const { task, version } of selectAssignmentVersions()) latest.set(task, Math.max(version, latest.get(task) ?? 0));
  return [...latest].map(([task, version]) => ({ task, version }));
}
