import { expect, test } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expectSound, setLang } from './pages.ts';

const WORDS = {
  tr: { check: 'Yanıtı denetle', again: 'Yeniden dene', right: 'Doğru', wrong: 'Yanlış' },
  en: { check: 'Check the answer', again: 'Try again', right: 'Right', wrong: 'Wrong' },
} as const;

type Choice = { options: { id: string; correct: boolean; feedback: Record<'tr' | 'en', string> }[] };
const bankQuestion = (id: string): Choice =>
  parse(readFileSync(globSync(`question-bank/questions/*/${id}.yml`)[0]!, 'utf8')) as Choice;

/** The longest stretch of a text that Markdown leaves as it is. */
const plain = (markdown: string): string =>
  markdown
    .split(/[`*_$\n\\"'<>&]/)
    .toSorted((a, b) => b.length - a.length)[0]!
    .trim();

for (const lang of ['tr', 'en'] as const) {
  for (const javaScriptEnabled of [true, false]) {
    test(`a stranger answers the question of the day, ${javaScriptEnabled ? 'with' : 'without'} JavaScript (${lang})`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      await setLang(page, lang);
      await page.goto('/');
      const { options } = bankQuestion(await page.locator('input[name=question]').inputValue());
      const html = await page.content();
      for (const { feedback } of options) expect(html).not.toContain(plain(feedback[lang]));
      for (const option of options.slice(0, 2)) {
        await page.locator(`input[name=option][value="${option.id}"]`).check();
        await page.getByRole('button', { name: WORDS[lang].check }).click();
        await expect(
          page.getByText(WORDS[lang][option.correct ? 'right' : 'wrong'], { exact: true }),
        ).toBeVisible();
        for (const { feedback } of options) expect(await page.content()).toContain(plain(feedback[lang]));
        if (javaScriptEnabled) await expectSound(page);
        await page.getByRole('link', { name: WORDS[lang].again }).click();
      }
      await context.close();
    });
  }
}

test('an answer that the address was given by hand is told what is wrong with it', async ({ page }) => {
  await setLang(page, 'en');
  for (const query of [
    'question=no-such&option=a',
    'question=no-such&option=a&option=b',
    'option=a',
    `question=${'x'.repeat(3000)}&option=a`,
  ]) {
    expect((await page.goto(`/?${query}`))?.status()).toBe(200);
    await expect(page.getByRole('button', { name: WORDS.en.check })).toBeVisible();
  }
});
