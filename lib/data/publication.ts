import 'server-only';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { assignmentVersions, assignments, exams, questionVersions, settings } from '#drizzle/schema/index.ts';
import { database } from './database.ts';

/** Rows the publication of the bank reads and writes. */
export const selectQuestionVersions = () =>
  database().select({ question: questionVersions.question, version: questionVersions.version, hash: questionVersions.hash, retiredAt: questionVersions.retiredAt }).from(questionVersions).all();

export const insertQuestionVersion = (row: typeof questionVersions.$inferInsert) => database().insert(questionVersions).values(row).run();

export const updateRetired = (question: string, version: number, retiredAt: (typeof questionVersions.$inferSelect)['retiredAt']) =>
  database().update(questionVersions).set({ retiredAt }).where(and(eq(questionVersions.question, question), eq(questionVersions.version, version))).run();

/** Every question in use: the catalogue papers are assembled from. */
export const selectCatalogue = () => database().select().from(questionVersions).where(isNull(questionVersions.retiredAt)).all();

/** Questions to try without an account: one choice among options, of low or middle difficulty. */
export const selectSampleIds = (): string[] =>
  database()
    .select({ question: questionVersions.question })
    .from(questionVersions)
    .where(and(isNull(questionVersions.retiredAt), eq(questionVersions.type, 'single-choice'), sql`json_extract(${questionVersions.content}, '$.difficulty') <= 2`))
    .orderBy(asc(questionVersions.question))
    .all()
    .map((row) => row.question);

/** The newest published version in use. */
export const selectQuestion = (id: string) =>
  database().select().from(questionVersions).where(and(eq(questionVersions.question, id), isNull(questionVersions.retiredAt))).orderBy(desc(questionVersions.version)).get()?.content;

export const selectAssignmentVersions = () => database().select().from(assignmentVersions).all();
export const insertAssignmentVersion = (row: typeof assignmentVersions.$inferInsert) => database().insert(assignmentVersions).values(row).run();

export const insertExam = (row: typeof exams.$inferInsert) => database().insert(exams).values(row).run();
export const insertAssignment = (row: typeof assignments.$inferInsert) => database().insert(assignments).values(row).run();
export const updateWithdrawn = (table: 'exam' | 'assignment', id: string, at: (typeof exams.$inferSelect)['withdrawnAt']) =>
  table === 'exam'
    ? database().update(exams).set({ withdrawnAt: at }).where(eq(exams.id, id as never)).run()
    : database().update(assignments).set({ withdrawnAt: at }).where(eq(assignments.id, id as never)).run();

/** A small fact about the installation; undefined when it was never written. The caller parses it. */
export const selectSetting = (key: string): unknown => database().select().from(settings).where(eq(settings.key, key)).get()?.value;

export const upsertSetting = (key: string, value: unknown) =>
  database().insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run();
