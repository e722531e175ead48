/** A text of a source file that occurs there once, and what is put in its place. */
export type Edit = { file: string; find: string; put: string };
export type Mutant = { without: string; edits: readonly Edit[] };

export const edit = (file: string, find: string, put = ''): Edit => ({ file, find, put });
export const mutant = (without: string, ...edits: Edit[]): Mutant => ({ without, edits });
