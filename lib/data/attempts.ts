import 'server-only';
import { and, asc, desc, eq, lt, sql } from 'drizzle-orm';
import { attempts, exams, questionUses, questionVersions, responses, variantReports, variants } from '#drizzle/schema/index.ts';
import type { Instant } from '#lib/core/clock.ts';
import type { AttemptId, CourseId, ExamId, UserId, VariantId } from '#lib/core/ids.ts';
import { database, prepared } from './database.ts';

export type AttemptRow = typeof attempts.$inferSelect;
export type ExamRow = typeof exams.$inferSelect;
export type VariantRow = typeof variants.$inferSelect;
export type ResponseRow = typeof responses.$inferSelect;

export const selectExams = (courseId: CourseId): ExamRow[] => database().select().from(exams).where(eq(exams.courseId, courseId)).orderBy(asc(exams.createdAt)).all();
export const selectExam = (id: ExamId): ExamRow | undefined => database().select().from(exams).where(eq(exams.id, id)).get();

export const selectAttempt = (id: AttemptId): AttemptRow | undefined => database().select().from(attempts).where(eq(attempts.id, id)).get();
export const selectAttemptsOf = (userId: UserId): AttemptRow[] => database().select().from(attempts).where(eq(attempts.userId, userId)).orderBy(desc(attempts.startedAt)).all();
export const selectAttemptsOfExam = (examId: ExamId, userId: UserId): AttemptRow[] =>
  database().select().from(attempts).where(and(eq(attempts.examId, examId), eq(attempts.userId, userId))).orderBy(desc(attempts.number)).all();
/** Drills of one answered question, newest first. */
export const selectDrillsOf = (variantId: VariantId): AttemptRow[] =>
  database().select().from(attempts).where(eq(attempts.drillOf, variantId)).orderBy(desc(attempts.number)).all();
export const selectOpenDue = (before: Instant): AttemptRow[] => database().select().from(attempts).where(and(eq(attempts.state, 'open'), lt(attempts.dueAt, before))).all();
export const insertAttempt = (row: typeof attempts.$inferInsert) => database().insert(attempts).values(row).run();
export const updateAttempt = (id: AttemptId, change: Partial<AttemptRow>) => database().update(attempts).set(change).where(eq(attempts.id, id)).run();

/** The variants of a paper in order, each with the published question it came from. */
export const selectPaper = (attemptId: AttemptId) =>
  database()
    .select({ variant: variants, question: questionVersions.content, topic: questionVersions.topic, response: responses })
    .from(variants)
    .innerJoin(questionVersions, and(eq(questionVersions.question, variants.question), eq(questionVersions.version, variants.version)))
    .leftJoin(responses, eq(responses.variantId, variants.id))
    .where(eq(variants.attemptId, attemptId))
    .orderBy(asc(variants.position))
    .all();
export type PaperRow = ReturnType<typeof selectPaper>[number];

/** All a save needs to know of its place, without the questions of the paper: saves are the hot path. */
export const selectSavePlace = (attemptId: AttemptId, variantId: VariantId) => savePlace().get({ attemptId, variantId });
const savePlace = prepared((db) =>
  db
    .select({ userId: attempts.userId, state: attempts.state, dueAt: attempts.dueAt, type: questionVersions.type, ratio: sql<number | null>`json_extract(${questionVersions.content}, '$.ratio')`, response: responses })
    .from(variants)
    .innerJoin(attempts, eq(attempts.id, variants.attemptId))
    .innerJoin(questionVersions, and(eq(questionVersions.question, variants.question), eq(questionVersions.version, variants.version)))
    .leftJoin(responses, eq(responses.variantId, variants.id))
    .where(and(eq(variants.id, sql.placeholder('variantId')), eq(variants.attemptId, sql.placeholder('attemptId'))))
    .prepare(),
);

export const selectVariant = (id: VariantId): VariantRow | undefined => database().select().from(variants).where(eq(variants.id, id)).get();
export const insertVariant = (row: typeof variants.$inferInsert) => database().insert(variants).values(row).run();

export const selectResponse = (variantId: VariantId): ResponseRow | undefined => database().select().from(responses).where(eq(responses.variantId, variantId)).get();
/** A JSON column would store a null placeholder as the text `null`, so the answer comes encoded. */
export const upsertResponse = ({ answer, ...row }: ResponseRow) => keepResponse().run({ ...row, answer: answer === null ? null : JSON.stringify(answer) });
const keepResponse = prepared((db) =>
  db
    .insert(responses)
    .values({ variantId: sql.placeholder('variantId'), answer: sql`${sql.placeholder('answer')}`, flagged: sql.placeholder('flagged'), sequence: sql.placeholder('sequence'), savedAt: sql.placeholder('savedAt') })
    .onConflictDoUpdate({ target: responses.variantId, set: { answer: sql`excluded.answer`, flagged: sql`excluded.flagged`, sequence: sql`excluded.sequence`, savedAt: sql`excluded.saved_at` } })
    .prepare(),
);

export const insertVariantReport = (row: typeof variantReports.$inferInsert) => database().insert(variantReports).values(row).run();

/** The report that counts for each variant of a paper: the newest. */
export const selectReports = (attemptId: AttemptId) =>
  database().select({ report: variantReports }).from(variantReports).innerJoin(variants, eq(variants.id, variantReports.variantId)).where(eq(variants.attemptId, attemptId)).orderBy(asc(variantReports.createdAt)).all().map((r) => r.report);

export const selectUses = (userId: UserId) => database().select().from(questionUses).where(eq(questionUses.userId, userId)).all();
export const upsertUse = (row: typeof questionUses.$inferInsert) =>
  database().insert(questionUses).values(row).onConflictDoUpdate({ target: [questionUses.userId, questionUses.question], set: { usedAt: row.usedAt, count: row.count } }).run();
