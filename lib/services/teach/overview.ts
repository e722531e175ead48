import 'server-only';
import type { Staff } from '#lib/core/actors.ts';
import type { AssignmentId, CourseId, ExamId, UserId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { blueprintSchema } from '#lib/core/questions/blueprint.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { selectAssignments } from '#lib/data/assignments.ts';
import { selectExams } from '#lib/data/attempts.ts';
import { selectMembers } from '#lib/data/courses.ts';
import { selectCourseAttempts, type CourseAttempt } from '#lib/data/overview.ts';
import { selectCourseSubmissions, type CourseSubmission } from '#lib/data/submissions.ts';
import { taught } from './course.ts';

export type Column = { id: ExamId | AssignmentId; kind: 'exam' | 'assignment'; title: string };
/** Scores are hundredths, the best so far; `null` without one. `tries`: sittings or submissions. `running`: one is open or waits. */
export type Cell = { best: number | null; max: number; tries: number; running: boolean };
export type StudentRow = { id: UserId; name: string; email: string; cells: Cell[] };
export type Overview = { id: CourseId; title: string; term: string; joinCode: string; columns: Column[]; students: StudentRow[]; waiting: number };

/** Every student of a course against its exams and assignments, by Turkish order of names. Refusals as for `taught`. */
export function overview(staff: Staff, courseId: CourseId, lang: Lang): Result<Overview> {
  const found = taught(staff, courseId);
  if (!found.ok) return found;
  const { id, titleTr, titleEn, term, joinCode } = found.value;
  const attempts = selectCourseAttempts(id);
  const submissions = selectCourseSubmissions(id);
  const columns = columnsOf(id, lang, new Set([...attempts.map((a) => a.examId), ...submissions.map((s) => s.assignmentId)]));
  const students = selectMembers(id)
    .filter((m) => m.role === 'student')
    .toSorted((a, b) => TURKISH.compare(a.name, b.name))
    .map((m) => ({ id: m.id, name: m.name, email: m.email, cells: columns.map((c) => cellOf(c, attempts.filter((a) => a.userId === m.id), submissions.filter((s) => s.userId === m.id))) }));
  const count = (...states: CourseSubmission['state'][]) => submissions.filter((s) => states.includes(s.state)).length;
  return ok({ id, title: lang === 'tr' ? titleTr : titleEn, term, joinCode, columns, students, waiting: count('queued', 'running') });
}

const TURKISH = new Intl.Collator('tr');

/** What is offered, and what was withdrawn but has been used. */
export function columnsOf(course: CourseId, lang: Lang, used: ReadonlySet<string | null>): Column[] {
  const exams = selectExams(course).filter((e) => e.withdrawnAt === null || used.has(e.id));
  const tasks = selectAssignments(course).filter(({ offer }) => offer.withdrawnAt === null || used.has(offer.id));
  return [
    ...exams.map((e): Column => ({ id: e.id, kind: 'exam', title: blueprintSchema.parse(e.content).title[lang] })),
    ...tasks.map(({ offer, task }): Column => ({ id: offer.id, kind: 'assignment', title: task.title[lang] })),
  ];
}

const ASSIGNMENT_MAX = 100_00;

function cellOf(column: Column, attempts: CourseAttempt[], submissions: CourseSubmission[]): Cell {
  if (column.kind === 'assignment') {
    const own = submissions.filter((s) => s.assignmentId === column.id);
    return { best: maxOf(own.map((s) => s.score)), max: ASSIGNMENT_MAX, tries: own.length, running: own.some((s) => s.state === 'queued' || s.state === 'running') };
  }
  const own = attempts.filter((a) => a.examId === column.id);
  const best = own.filter((a) => a.score !== null).toSorted((a, b) => b.score! / b.scoreMax - a.score! / a.scoreMax)[0];
  return { best: best?.score ?? null, max: best?.scoreMax ?? own[0]?.scoreMax ?? 0, tries: own.length, running: own.some((a) => a.state === 'open') };
}

function maxOf(scores: (number | null)[]): number | null {
  const known = scores.filter((s) => s !== null);
  return known.length ? Math.max(...known) : null;
}
