import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectSound, logIn, setLang } from './pages.ts';

const WORDS = {
  tr: { task: 'Ev fiyatı', open: 'Aç', submit: 'Teslim et', requirements: 'Koşullar' },
  en: { task: 'House price', open: 'Open', submit: 'Submit', requirements: 'Requirements' },
} as const;
const EMAIL = { tr: 'deniz@derin.local', en: 'isil@derin.local' } as const;

for (const lang of ['tr', 'en'] as const) {
  test(`a student hands in a model, follows the training and reads the report (${lang})`, async ({ page }) => {
    const words = WORDS[lang];
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await setLang(page, lang);
    await logIn(page, EMAIL[lang]);
    await page.goto('/assignments');
    await expectSound(page);
    await page.locator('li').filter({ hasText: words.task }).getByRole('link').click();
    await page.waitForURL(/assignments\/asg_/);
    await page.locator('.cm-content').waitFor();
    await expectSound(page);
    await page.locator('.cm-content').fill(readFileSync('question-bank/assignments/a01/reference.js', 'utf8'));
    await page.getByRole('button', { name: words.submit, exact: true }).click();
    await page.waitForURL(/submissions\/sub_/);
    await expect(page.locator('figure canvas')).toBeVisible();
    await expect(page.getByRole('heading', { name: words.requirements })).toBeVisible({ timeout: 50_000 });
    await expect(page.getByText('100 / 100')).toBeVisible();
    await expectSound(page);
    await page.screenshot({ path: `tests/.output/report-${lang}.png`, fullPage: true });
    expect(errors).toEqual([]);
  });
}

test('a program that throws earns nothing and is told its line', async ({ page }) => {
  await setLang(page, 'en');
  await logIn(page, EMAIL.en);
  await page.goto('/assignments');
  await page.locator('li').filter({ hasText: WORDS.en.task }).getByRole('link').click();
  await page.locator('.cm-content').fill('model = tf.sequential();\nnothingLikeThis();\n');
  await page.getByRole('button', { name: WORDS.en.submit, exact: true }).click();
  await expect(page.getByText(/line 2/)).toBeVisible({ timeout: 30_000 });
});
