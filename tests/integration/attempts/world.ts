import { readFileSync } from 'node:fs';
import type { Student } from '#lib/core/actors.ts';
import type { CourseId, ExamId, UserId } from '#lib/core/ids.ts';
import { questionSchema, type Question } from '#lib/core/questions/schema.ts';
import { parseYaml } from '#lib/content/yaml.ts';
import { insertExam, insertQuestionVersion } from '#lib/data/publication.ts';
import { newId, now } from '#lib/data/source.ts';
import type { AnswerOf } from '#lib/core/questions/answer.ts';
import { freshDatabase } from '../../factories/database.ts';
import { makeCourse, makePerson } from '../../factories/people.ts';

/** Stands wherever a key, an explanation or a solution stands: nothing before hand-in may contain it. */
export const CANARY = 'kanarya-7f3a';

const text = (t: string) => ({ tr: `${t} (tr)`, en: `${t} (en)` });
const common = { version: 1, difficulty: 1, bloom: 'apply', timeSeconds: 60, lines: [1], noteConflict: 'E77', stem: text('Soru'), solution: text(CANARY), source: CANARY };
const option = (id: string, correct: boolean) => ({ id, correct, ...text(`option ${id}`), feedback: text(CANARY), misconception: CANARY });
const yesNo = [{ id: 'u', ...text('u') }, { id: 'o', ...text('o') }];

/** One question of each type, one concept each but the two single choices, with a right answer beside it. */
export const QUESTIONS: { question: unknown; right: { [T in Question['type']]?: AnswerOf<T> }[Question['type']]; wrong: unknown }[] = [
  { question: { ...common, id: 'sc', concept: 'one', type: 'single-choice', options: [option('a', true), option('b', false), option('c', false)] }, right: { option: 'a' }, wrong: { text: 'a' } },
  { question: { ...common, id: 'mc', concept: 'two', type: 'multiple-choice', options: [option('a', true), option('b', true), option('c', false), option('d', false)] }, right: { options: ['a', 'b'] }, wrong: { options: 'a' } },
  { question: { ...common, id: 'tf', concept: 'three', type: 'tf-reason', answer: false, reasons: [option('a', true), option('b', false), option('c', false)] }, right: { value: false, reason: 'a' }, wrong: { value: 'false' } },
  { question: { ...common, id: 'nu', concept: 'four', type: 'numeric', key: 0.372911, tolerance: 0.001, slips: [{ id: CANARY, value: 0.5, feedback: text(CANARY) }] }, right: { text: '0,373' }, wrong: { text: 0.373 } },
  { question: { ...common, id: 'sh', concept: 'five', type: 'shape', key: [null, 26, 26, 3791], slips: [{ id: CANARY, value: [null, 1], feedback: text(CANARY) }] }, right: { text: '(None, 26, 26, 3791)' }, wrong: { shape: [1] } },
  {
    question: { ...common, id: 'tb', concept: 'six', type: 'table', columns: [{ id: 'x', ...text('X') }], choices: { x: yesNo }, rows: [{ id: 'r1', ...text('1'), key: { x: 'u' }, feedback: text(CANARY) }, { id: 'r2', ...text('2'), key: { x: 'o' }, feedback: text(CANARY) }] },
    right: { cells: { r1: { x: 'u' }, r2: { x: 'o' } } }, wrong: { cells: [] },
  },
  { question: { ...common, id: 'iv', concept: 'seven', type: 'interval', key: { left: '[', low: -0.372911, high: 'inf', right: ')' }, feedback: text(CANARY) }, right: { left: '[', low: '-0.372911', high: 'inf', right: ')' }, wrong: { left: '{', low: '0', high: '1' } },
  { question: { ...common, id: 'cl', concept: 'eight', type: 'cloze-code', program: 'Dense({{b1}})', twin: CANARY, blanks: [{ id: 'b1', accept: [CANARY], feedback: text(CANARY) }] }, right: { blanks: { b1: CANARY } }, wrong: { blanks: { b1: 3 } } },
];
/** Parts of a numeric, shape or interval key, which cannot hold the canary word. */
export const KEY_PARTS = ['372911', '3791'];

export type World = { course: CourseId; exam: ExamId; deniz: Student; isil: Student; outsider: Student };
type Rules = { attemptsMax?: number; opensAt?: ReturnType<typeof now>; closesAt?: ReturnType<typeof now>; withdrawnAt?: ReturnType<typeof now> };

/** A course with an exam of all eight questions (ten minutes, one point each), two students in it and one of another course. */
export function makeWorld(rules: Rules = {}): World {
  freshDatabase();
  const [course, other] = [makeCourse('AAAAAAAA'), makeCourse('BBBBBBBB')];
  QUESTIONS.forEach(({ question }) => publish(questionSchema.parse(question), 'tensors'));
  const exam = newId('exam');
  const content = { id: 'all', version: 1, title: text('Hepsi'), about: text('Her türden bir soru'), durationSeconds: 600, pointsEach: 100, sections: [{ topics: ['tensors'], count: QUESTIONS.length }] };
  insertExam({ id: exam, courseId: course, kind: 'practice', blueprint: 'all', blueprintVersion: 1, content, durationSeconds: 600, createdAt: now(), ...rules });
  return { course, exam, deniz: makeStudent('deniz', course), isil: makeStudent('isil', course), outsider: makeStudent('can', other) };
}

export function publish(question: Question, topic: string): void {
  insertQuestionVersion({ question: question.id, version: question.version, topic, concept: question.concept, type: question.type, hash: '', content: question, publishedAt: now() });
}

/** A question of the real bank, with the generator that lies beside it. */
export function publishFromBank(file: string, topic: string): void {
  const { value } = parseYaml(file, readFileSync(`question-bank/questions/${file}`, 'utf8'), questionSchema);
  publish(value!, topic);
}

const makeStudent = (name: string, course: CourseId): Student => makePerson('student', { name, email: `${name}@example.org`, courses: [course] });

export const makeUser = (name: string, role: 'student' | 'instructor'): UserId => makePerson(role, { name, email: `${name}@example.org` }).userId;
