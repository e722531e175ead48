import { expect, test } from 'vitest';
import { BANK_FOLDER, loadBank } from '#lib/content/bank.ts';
import { fold } from '#lib/core/text/fold.ts';

const { taxonomy, errata, glossary, questions, blueprints } = await loadBank(BANK_FOLDER, { generators: false });

test('the course has 33 topics and 217 concepts, 210 of which can be asked', () => {
  const concepts = taxonomy.flatMap((t) => t.concepts);
  expect([taxonomy.length, concepts.length, concepts.filter((c) => c.asked !== false).length]).toEqual([33, 217, 210]);
  expect(new Set([...taxonomy, ...concepts].map((c) => c.id)).size).toBe(33 + 217);
});

test('no question is about a heading or a hint', () => {
  const silent = new Set(taxonomy.flatMap((t) => t.concepts.filter((c) => c.asked === false).map((c) => c.id)));
  expect(questions.filter((q) => silent.has(q.question.concept)).map((q) => q.question.id)).toEqual([]);
});

test('errata name concepts that exist', () => {
  const known = new Set(taxonomy.flatMap((t) => t.concepts.map((c) => c.id)));
  expect(errata.flatMap((e) => e.concepts ?? []).filter((id) => !known.has(id))).toEqual([]);
});

test('every erratum stands once', () => expect(new Set(errata.map((e) => e.id)).size).toBe(errata.length));

test('a Turkish term or variant means one English term', () => {
  const meanings = Map.groupBy(glossary.flatMap((t) => [...new Set([t.tr, ...t.variants].map(fold))].map((word) => ({ word, en: t.en }))), (m) => m.word);
  expect([...meanings.values()].filter((m) => m.length > 1).map((m) => m.map(({ word, en }) => `${word} = ${en}`))).toEqual([]);
});

test('the blueprints a student is offered are there', () => {
  expect(blueprints.map((b) => b.id).toSorted()).toEqual(['practice-bias-variance', 'practice-code', 'practice-mixed', 'practice-tensors']);
});
