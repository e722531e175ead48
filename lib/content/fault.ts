import type { Text } from '#lib/core/lang.ts';

/** One mistake in a content file. `file` is relative to the bank's folder, `line` is 1-based (1 when the file as a whole is meant). */
export type Fault = { file: string; line: number; code: string; message: Text };

/** Alphabetical by file, then by line: a stable list to work through. */
export const byPlace = (a: Fault, b: Fault): number => a.file.localeCompare(b.file, 'en') || a.line - b.line;
