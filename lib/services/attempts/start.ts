import 'server-only';
import type { Student } from '#lib/core/actors.ts';
import { dueAfter } from '#lib/core/exams/attempt.ts';
import { startRefusal } from '#lib/core/exams/offer.ts';
import type { AttemptId, ExamId, VariantId } from '#lib/core/ids.ts';
import { assemblePaper, blueprintSchema, paperItemOf, type PaperItem, type PlacedItem } from '#lib/core/questions/blueprint.ts';
import { isComputed, makeVariant } from '#lib/core/questions/make.ts';
import type { Variant } from '#lib/core/questions/variant.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { seedOf } from '#lib/core/rng.ts';
import { score, sumScores } from '#lib/core/score.ts';
import { BANK_FOLDER } from '#lib/content/bank.ts';
import { framework } from '#lib/content/framework.ts';
import { loadGenerator } from '#lib/content/generator.ts';
import { inTransaction } from '#lib/data/database.ts';
import { insertAttempt, insertVariant, selectAttempt, selectAttemptsOfExam, selectDrillsOf, selectExam, selectUses, selectVariant, upsertUse } from '#lib/data/attempts.ts';
import { selectCatalogue } from '#lib/data/publication.ts';
import { newId, now } from '#lib/data/source.ts';
import { closeIfOverdue } from './close.ts';

/**
 * Starts a sitting, or returns the one that is open: a second click makes no second paper. The variants, with parameters and keys, are
 * stored before the student sees anything. Refusals: `exam.notFound` (unknown, or of a course that is not the student's), those of
 * `startRefusal`, and `exam.quotaUnmet`.
 */
export async function startAttempt(student: Student, examId: ExamId): Promise<Result<AttemptId>> {
  const exam = selectExam(examId);
  if (!exam || !student.courses.includes(exam.courseId)) return fail('exam.notFound');
  const before = selectAttemptsOfExam(examId, student.userId);
  if (before[0]?.state === 'open' && !closeIfOverdue(before[0])) return ok(before[0].id);
  const refused = startRefusal(exam, before.length, now());
  if (refused) return fail(refused);
  const number = before.length + 1;
  const seed = seedOf(examId, student.userId, number);
  const catalogue = selectCatalogue();
  const paper = assemblePaper(blueprintSchema.parse(exam.content), paperItems(catalogue), seed, usageOf(student));
  if (!paper.ok) return paper;
  const items = await withVariants(paper.value, catalogue);
  return inTransaction(() => {
    const raced = selectAttemptsOfExam(examId, student.userId)[0];
    if (raced && raced.number >= number) return ok(raced.id);
    const startedAt = now();
    const base = { examId, courseId: exam.courseId, number, seed, startedAt, dueAt: dueAfter(startedAt, exam.durationSeconds, exam.closesAt) };
    return ok(saveAttempt(student, base, items));
  });
}

/**
 * "Try a similar one": a drill of one question without a clock. A computed question comes with new numbers, a fixed one gives way to
 * another of the same concept, or comes again in another order when there is none. While a drill of this question is open it is returned,
 * so a double click makes one. Refusals: `exam.notFound`, `exam.stillOpen`, `exam.retired`.
 */
export async function startSimilar(student: Student, variantId: VariantId): Promise<Result<AttemptId>> {
  const variant = selectVariant(variantId);
  const attempt = variant && selectAttempt(variant.attemptId);
  if (!attempt || attempt.userId !== student.userId) return fail('exam.notFound');
  if (attempt.state === 'open') return fail('exam.stillOpen');
  const before = selectDrillsOf(variantId);
  if (before[0]?.state === 'open') return ok(before[0].id);
  const number = before.length + 1;
  const seed = seedOf(variantId, number);
  const catalogue = selectCatalogue();
  const chosen = similarTo(variant.question, paperItems(catalogue), usageOf(student), Object.keys(variant.content.params).length > 0);
  if (!chosen) return fail('exam.retired');
  const items = await withVariants([{ ...chosen, seed, points: variant.pointsMax }], catalogue);
  return inTransaction(() => {
    const raced = selectDrillsOf(variantId)[0];
    if (raced && raced.number >= number) return ok(raced.id);
    return ok(saveAttempt(student, { examId: null, drillOf: variantId, courseId: attempt.courseId, number, seed, startedAt: now(), dueAt: null }, items));
  });
}

function similarTo(question: string, all: PaperItem[], usage: ReturnType<typeof usageOf>, computed: boolean) {
  const same = all.find((item) => item.question === question);
  if (!same || computed) return same;
  const others = all.filter((item) => item.concept === same.concept && item.question !== question);
  return others.toSorted((a, b) => (usage.get(a.question)?.usedAt ?? 0) - (usage.get(b.question)?.usedAt ?? 0))[0] ?? same;
}

type Catalogue = ReturnType<typeof selectCatalogue>;

/** Topic and concept as published in the row. */
const paperItems = (catalogue: Catalogue): PaperItem[] => catalogue.map((row) => ({ ...paperItemOf(row.content, row.topic), concept: row.concept }));

const usageOf = (student: Student) => new Map(selectUses(student.userId).map((use) => [use.question, { count: use.count, usedAt: use.usedAt as number }]));

type Placed = { item: PlacedItem; variant: Variant };

async function withVariants(items: PlacedItem[], catalogue: Catalogue): Promise<Placed[]> {
  const rows = new Map(catalogue.map((row) => [row.question, row]));
  const made: Placed[] = [];
  for (const item of items) {
    const { content, topic } = rows.get(item.question)!;
    const computed = isComputed(content);
    const generator = computed ? await loadGenerator(BANK_FOLDER, `questions/${topic}/${content.id}.ts`) : null;
    made.push({ item, variant: makeVariant(content, generator, item.seed, computed ? await framework() : null) });
  }
  return made;
}

type Base = Pick<Parameters<typeof insertAttempt>[0], 'examId' | 'drillOf' | 'courseId' | 'number' | 'seed' | 'startedAt' | 'dueAt'>;

function saveAttempt(student: Student, base: Base, items: Placed[]): AttemptId {
  const id = newId('attempt');
  const usage = usageOf(student);
  insertAttempt({ ...base, id, userId: student.userId, state: 'open', scoreMax: sumScores(items.map(({ item }) => item.points)) });
  items.forEach(({ item, variant }, index) => {
    insertVariant({ id: newId('variant'), attemptId: id, position: index + 1, question: item.question, version: item.version, content: variant, pointsMax: score(item.points) });
    upsertUse({ userId: student.userId, question: item.question, usedAt: base.startedAt, count: (usage.get(item.question)?.count ?? 0) + 1 });
  });
  return id;
}
