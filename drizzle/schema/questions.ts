import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Question, QuestionType } from '#lib/core/questions/schema.ts';
import { instantColumn, jsonColumn } from './columns.ts';

/** Published questions. A row is never changed: a correction is a new version. */
export const questionVersions = sqliteTable(
  'question_versions',
  {
    question: text('question').notNull(),
    version: integer('version').notNull(),
    topic: text('topic').notNull(),
    concept: text('concept').notNull(),
    type: text('type').$type<QuestionType>().notNull(),
    /** SHA-256 of what affects grading, hex. */
    hash: text('hash').notNull(),
    content: jsonColumn<Question>('content').notNull(),
    publishedAt: instantColumn('published_at').notNull(),
    /** Null: in use. Set when the bank no longer holds the question. */
    retiredAt: instantColumn('retired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.question, t.version] }),
    /** Papers and drills by topic. */
    index('question_versions_topic').on(t.topic),
  ],
);
