import { z } from 'zod';

export const LANGS = ['tr', 'en'] as const;
export type Lang = (typeof LANGS)[number];
export const langSchema = z.enum(LANGS);

/** A text for people. Both languages always exist; numbers and keys never live inside it. */
export const textSchema = z.strictObject({ tr: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof textSchema>;
