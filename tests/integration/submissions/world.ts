import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { jobs } from '#drizzle/schema/index.ts';
import { instant } from '#lib/core/clock.ts';
import { database } from '#lib/data/database.ts';
import type { Member, Role, Staff, Student } from '#lib/core/actors.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import { assignmentSchema } from '#lib/core/assignments/schema.ts';
import type { AssignmentId, CourseId, SubmissionId } from '#lib/core/ids.ts';
import { parseYaml } from '#lib/content/yaml.ts';
import { insertAssignment, insertAssignmentVersion } from '#lib/data/publication.ts';
import { newId, now } from '#lib/data/source.ts';
import type { Grader } from '#lib/grading/host.ts';
import { submit } from '#lib/services/submissions/submit.ts';
import { freshDatabase } from '../../factories/database.ts';
import { makeCourse, makePerson } from '../../factories/people.ts';

export type World = { course: CourseId; other: CourseId; assignment: AssignmentId; deniz: Student; isil: Student; outsider: Student; teacher: Staff; otherTeacher: Staff; admin: Staff };
type Rules = Partial<Pick<Parameters<typeof insertAssignment>[0], 'opensAt' | 'dueAt' | 'submissionsMax' | 'withdrawnAt' | 'priority'>>;

const A03 = parseYaml('assignment.yml', readFileSync('question-bank/assignments/a03/assignment.yml', 'utf8'), assignmentSchema).value!;

/** Two courses; the first offers a03 of the real bank to two students. */
export function makeWorld(rules: Rules = {}): World {
  freshDatabase();
  const [course, other] = [makeCourse('AAAAAAAA'), makeCourse('BBBBBBBB')];
  insertAssignmentVersion({ task: A03.id, version: A03.version, hash: '', content: A03, publishedAt: now() });
  const assignment = offerIn(course, rules);
  const student = (name: string, of: CourseId) => makeMember(name, 'student', [of]) as Student;
  const staff = (name: string, role: Role, of: CourseId[]) => makeMember(name, role, of) as Staff;
  return { course, other, assignment, deniz: student('Deniz', course), isil: student('Işıl', course), outsider: student('Can', other), teacher: staff('Öğretmen', 'instructor', [course]), otherTeacher: staff('Başka', 'instructor', [other]), admin: staff('Yönetici', 'admin', [course, other]) };
}

/** a03, offered to one more course. */
export function offerIn(courseId: CourseId, rules: Rules = {}): AssignmentId {
  const id = newId('assignment');
  insertAssignment({ id, courseId, task: A03.id, version: A03.version, createdAt: now(), ...rules });
  return id;
}

export const makeMember = (name: string, role: Role, courses: CourseId[]): Member => makePerson(role, { name, courses });

export const work = (source: string) => ({ language: 'tfjs' as const, source });

export function submitted(student: Student, assignment: AssignmentId, source = 'const model = 1;'): SubmissionId {
  const result = submit(student, assignment, work(source));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** What a judge might say; the queue looks at the outcome, the score and the runs. */
export const report = (change: Partial<SubmissionReport> = {}): SubmissionReport => ({
  assignment: 'a03', version: 1, term: '2026-guz', lang: 'tr', language: 'tfjs', engine: 'wasm', path: 'accelerated', plainBecause: [], seeds: [1], rerunSeeds: [], outcome: 'graded', limit: null, fraction: 0.8, score: 80, message: null,
  metrics: [{ name: 'accuracy', value: 0.95, perSeed: [0.95], interval: [0.93, 0.97] }], breakdown: null, gates: [], tests: [], feedback: [],
  runs: [{ seed: 1, epochs: [{ epoch: 0, logs: { loss: 0.5, acc: 0.8 } }], params: 4810, trainMs: 900 }], output: '', outputTruncated: false,
  isolation: { userns: true, seccomp: true, cgroup: 'none', uid: 1000, network: false }, timings: { readyMs: 1, firstLineMs: 1, trainMs: 900, scoreMs: 5, totalMs: 1000 }, ...change,
});

/** A grader that does what the test says: the port of the queue, without boxes. */
export const graderOf = (grade: Grader['grade'], cancel: Grader['cancel'] = async () => {}): Grader => ({ grade, cancel });

/** As if the wait before the next try were over. */
export const endWait = (id: SubmissionId) => void database().update(jobs).set({ runAfter: instant(0) }).where(eq(jobs.submissionId, id)).run();
/** As if the worker that holds the job had been gone for a while. */
export const endLease = (id: SubmissionId) => void database().update(jobs).set({ leaseUntil: instant(1) }).where(eq(jobs.submissionId, id)).run();
