import { z } from 'zod';

const title = { tr: z.string().min(1), en: z.string().min(1) };
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** `asked: false` marks headings and hints of the notes that no question can be about. */
const concept = z.strictObject({ id, ...title, asked: z.literal(false).optional() });

/** `question-bank/taxonomy.yml`: the topics of the course in order, each with its concepts. Ids are never renamed. */
export const taxonomySchema = z.array(z.strictObject({ id, ...title, concepts: z.array(concept) })).min(1);
export type Taxonomy = z.infer<typeof taxonomySchema>;

/** `question-bank/errata.yml`: where the notes are wrong or imprecise, and what holds instead. */
export const errataSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^E\d{2,3}$/),
    /** A: the notes are wrong or contradict themselves, so a literal question would have a wrong key. Left out: imprecise. */
    severity: z.literal('A').optional(),
    /** Concepts whose questions must name an erratum of severity A, or say why they do not touch it. */
    concepts: z.array(id).min(1).optional(),
    lines: z.array(z.number().int().min(1).max(1059)).min(1),
    /** What the notes say. */
    claim: z.strictObject(title),
    /** What holds. */
    fact: z.strictObject(title),
    source: z.string().min(1),
  }),
);
export type Erratum = z.infer<typeof errataSchema>[number];

/** `question-bank/glossary.yml`: the Turkish term that texts use for an English one, and the spellings a student may use instead. */
export const glossarySchema = z.array(z.strictObject({ ...title, variants: z.array(z.string().min(1)) }));
export type Term = z.infer<typeof glossarySchema>[number];
