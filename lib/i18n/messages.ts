/** Both languages side by side, one file per feature; the type makes a missing or extra key in either a compile error. */
export type Tree = { [key: string]: string | Tree };
type SameKeys<T extends Tree> = { [K in keyof T]: T[K] extends Tree ? SameKeys<T[K]> : string };

export const messages = <const T extends Tree>(tr: T, en: SameKeys<T>): { tr: T; en: SameKeys<T> } => ({ tr, en });
