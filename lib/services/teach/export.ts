import 'server-only';
import type { Staff } from '#lib/core/actors.ts';
import type { CourseId } from '#lib/core/ids.ts';
import type { Lang } from '#lib/core/lang.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { insertAudit } from '#lib/data/audit.ts';
import { selectCourseAttempts } from '#lib/data/overview.ts';
import { selectCourseSubmissions } from '#lib/data/submissions.ts';
import { toCsv } from './csv.ts';
import { columnsOf, overview, type Overview } from './overview.ts';

export const EXPORTS = ['scores', 'attempts', 'submissions'] as const;
export type Export = (typeof EXPORTS)[number];

/** Column heads in both languages: they belong to the file, which is read outside the product. */
const HEADS = {
  tr: { name: 'Ad', email: 'E-posta', title: 'Sınav', task: 'Ödev', number: 'Deneme', started: 'Başlangıç', ended: 'Bitiş', by: 'Teslim eden', state: 'Durum', score: 'Puan', max: 'En çok', at: 'Teslim', student: 'öğrenci', clock: 'süre', open: 'açık', handedIn: 'teslim edildi', drill: 'Alıştırma', queued: 'sırada', running: 'çalışıyor', graded: 'puanlandı', cancelled: 'iptal', failed: 'puanlanamadı' },
  en: { name: 'Name', email: 'E-mail', title: 'Exam', task: 'Assignment', number: 'Attempt', started: 'Started', ended: 'Ended', by: 'Handed in by', state: 'State', score: 'Score', max: 'Maximum', at: 'Submitted', student: 'student', clock: 'clock', open: 'open', handedIn: 'handed in', drill: 'Drill', queued: 'waiting', running: 'running', graded: 'graded', cancelled: 'cancelled', failed: 'not graded' },
} as const;

/** The course's scores as a CSV text; each export leaves a line in the audit log. Refusals as for `taught`. */
export function exportCsv(staff: Staff, courseId: CourseId, what: Export, lang: Lang): Result<string> {
  const found = overview(staff, courseId, lang);
  if (!found.ok) return found;
  const rows = { scores: () => scoreRows(found.value, lang), attempts: () => attemptRows(courseId, lang), submissions: () => submissionRows(courseId, lang) }[what]();
  insertAudit(staff.userId, `export.${what}`, courseId, { rows: rows.length - 1 });
  return ok(toCsv(rows));
}

type Row = (string | number)[];

function scoreRows({ columns, students }: Overview, lang: Lang): Row[] {
  const t = HEADS[lang];
  return [
    [t.name, t.email, ...columns.flatMap((c) => [c.title, `${c.title} (${t.max})`])],
    ...students.map((s) => [s.name, s.email, ...s.cells.flatMap((c) => [pointsOf(c.best, lang), c.max ? pointsOf(c.max, lang) : ''])]),
  ];
}

function attemptRows(courseId: CourseId, lang: Lang): Row[] {
  const t = HEADS[lang];
  const attempts = selectCourseAttempts(courseId);
  const titles = titlesOf(courseId, lang, attempts.map((a) => a.examId));
  return [
    [t.name, t.email, t.title, t.number, t.started, t.ended, t.by, t.state, t.score, t.max],
    ...attempts.map((a) => [a.name, a.email, titles.get(a.examId ?? '') ?? t.drill, a.number, timeOf(a.startedAt), timeOf(a.handedInAt), a.handedInBy ? t[a.handedInBy] : '', t[a.state], pointsOf(a.score, lang), pointsOf(a.scoreMax, lang)]),
  ];
}

function submissionRows(courseId: CourseId, lang: Lang): Row[] {
  const t = HEADS[lang];
  const submissions = selectCourseSubmissions(courseId);
  const titles = titlesOf(courseId, lang, submissions.map((s) => s.assignmentId));
  return [
    [t.name, t.email, t.task, t.at, t.ended, t.state, t.score, t.max],
    ...submissions.map((s) => [s.name, s.email, titles.get(s.assignmentId) ?? s.task, timeOf(s.createdAt), timeOf(s.finishedAt), t[s.state], pointsOf(s.score, lang), 100]),
  ];
}

const titlesOf = (courseId: CourseId, lang: Lang, used: (string | null)[]) => new Map(columnsOf(courseId, lang, new Set(used)).map((c) => [c.id as string, c.title]));

/** 1250 hundredths → "12,5" where a comma is the decimal sign, else "12.5"; nothing for no score. */
const pointsOf = (hundredths: number | null, lang: Lang): string => (hundredths === null ? '' : String(hundredths / 100).replace('.', lang === 'tr' ? ',' : '.'));

/** "2026-11-24 13:05" in the course's zone: sorts, and every spreadsheet program reads it. */
const timeOf = (at: number | null): string => (at === null ? '' : STAMP.format(at));
const STAMP = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Istanbul' });
