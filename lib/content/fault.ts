import type { Text } from '#lib/core/lang.ts';

/** One mistake in a content file. `file` is relative to the bank's folder, `line` is 1-based (1 when the file as a whole is meant). */
export type Fault = { file: string; line: number; code: string; message: Text };

/** Alphabetical by file, then by line: a stable list to work through. */
export const byPlace = (a: Fault, b: Fault): number => a.file.localeCompare(b.file, 'en') || a.line - b.line;

/** What affects grading changed while the version did not. */
export const changedVersion = (file: string, line: number, version: number): Fault => ({
  file,
  line,
  code: 'changedVersion',
  message: {
    tr: `Puanlamayı etkileyen bir değişiklik var ama sürüm hâlâ ${version}; version değerini ${version + 1} yapın`,
    en: `Something that affects grading changed while the version is still ${version}; set version to ${version + 1}`,
  },
});
