import 'server-only';
import type { Student } from '#lib/core/actors.ts';
import { startRefusal, type StartRefusal } from '#lib/core/exams/offer.ts';
import type { Lang } from '#lib/core/lang.ts';
import { blueprintSchema } from '#lib/core/questions/blueprint.ts';
import { selectAttemptsOf, selectExams, type AttemptRow } from '#lib/data/attempts.ts';
import { now } from '#lib/data/source.ts';

/** `open`: the sitting to continue. `refusal`: why no new one may start now; null when it may. */
export type Offer = { exam: string; title: string; about: string; questions: number; durationSeconds: number; open: AttemptRow | null; last: AttemptRow | null; bestFraction: number | null; sittings: number; refusal: StartRefusal | null };

/** What the student's courses offer for practice, with the student's own state in each. Withdrawn exams are left out. */
export function listOffers(student: Student, lang: Lang): Offer[] {
  const own = selectAttemptsOf(student.userId);
  const exams = student.courses.flatMap((course) => selectExams(course)).filter((exam) => exam.withdrawnAt === null);
  return exams.map((exam) => {
    const blueprint = blueprintSchema.parse(exam.content);
    const sittings = own.filter((a) => a.examId === exam.id);
    const done = sittings.filter((a) => a.state === 'handedIn');
    return {
      exam: exam.id,
      title: blueprint.title[lang],
      about: blueprint.about[lang],
      questions: blueprint.sections.reduce((sum, s) => sum + s.count, 0),
      durationSeconds: exam.durationSeconds,
      open: sittings.find((a) => a.state === 'open') ?? null,
      last: done[0] ?? null,
      bestFraction: done.length ? Math.max(...done.map((a) => (a.score ?? 0) / a.scoreMax)) : null,
      sittings: sittings.length,
      refusal: startRefusal(exam, sittings.length, now()),
    };
  });
}
