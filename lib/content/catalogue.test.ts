import { expect, test } from 'vitest';
import { loadCatalogue, loadQuestion } from './catalogue.ts';

test('a second look at an unchanged bank returns the same catalogue', async () => {
  const first = await loadCatalogue();
  expect(await loadCatalogue()).toBe(first);
  expect(first.items).toHaveLength(first.questions.size);
});

test('one question is found by its id alone, as the whole bank has it', async () => {
  const { questions } = await loadCatalogue();
  for (const entry of [...questions.values()].slice(0, 200)) expect(loadQuestion(entry.question.id)).toEqual(entry);
});

test.each(['no-such-question', '../taxonomy', 'sc-act-001.yml', '*', ''])('%j is no question', (id) => expect(loadQuestion(id)).toBeNull());
