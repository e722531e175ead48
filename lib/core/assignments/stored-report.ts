import { submissionReportSchema, type SubmissionReport } from './report.ts';

/** What was true of every report made before its field was added: so it says the same in today's form. */
const BEFORE_THE_FIELD = {
  /** All courses were measured on the rows of this term, whose words were Turkish. */
  term: '2026-guz',
  lang: 'tr',
  path: 'plain',
  plainBecause: [],
  rerunSeeds: [],
  breakdown: null,
  tests: [],
} as const;

/** A report as the database keeps it: JSON text of this or an older version. Null for what is neither, as after damage or a step back to an older version. */
export function readStoredReport(stored: string): SubmissionReport | null {
  const document = parseJson(stored);
  if (typeof document !== 'object' || document === null) return null;
  return submissionReportSchema.safeParse({ ...BEFORE_THE_FIELD, ...document }).data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
