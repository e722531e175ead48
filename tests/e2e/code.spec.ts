import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectSound, logIn, setLang } from './pages.ts';

const WORDS = {
  tr: { task: 'Ev fiyatı', submit: 'Teslim et', requirements: 'Koşullar', curve: 'Eğrinin sayıları', download: 'Kodu indir', again: 'Düzelt ve yeniden teslim et' },
  en: { task: 'House price', submit: 'Submit', requirements: 'Requirements', curve: 'The curve in numbers', download: 'Download the code', again: 'Improve and submit again' },
} as const;
const EMAIL = { tr: 'deniz@derin.local', en: 'isil@derin.local' } as const;
const REFERENCE = readFileSync('question-bank/assignments/a01/reference.js', 'utf8');
/** Trains until it is stopped, slowly enough to be watched. */
const SLOW = REFERENCE.replace(/epochs: \d+/, 'epochs: 300').replace(/batchSize: \d+/, 'batchSize: 1');

async function openTask(page: Page, lang: 'tr' | 'en'): Promise<void> {
  await setLang(page, lang);
  await logIn(page, EMAIL[lang]);
  await page.goto('/assignments');
  await page.locator('li').filter({ hasText: WORDS[lang].task }).getByRole('link').click();
  await page.waitForURL(/assignments\/asg_/);
  await page.locator('.cm-content').waitFor();
}

async function submit(page: Page, lang: 'tr' | 'en', source: string): Promise<void> {
  await page.locator('.cm-content').fill(source);
  await page.getByRole('button', { name: WORDS[lang].submit, exact: true }).click();
}

for (const lang of ['tr', 'en'] as const) {
  test(`a student hands in a model, follows the training and reads the report (${lang})`, async ({ page }) => {
    const words = WORDS[lang];
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await openTask(page, lang);
    await expectSound(page);
    await page.goto('/assignments');
    await expectSound(page);
    await page.goBack();
    await page.locator('.cm-content').waitFor();
    await submit(page, lang, REFERENCE);
    await page.waitForURL(/submissions\/sub_/);
    await expect(page.locator('figure svg').first()).toBeVisible();
    await page.locator('summary', { hasText: words.curve }).click();
    await expect(page.locator('figure tbody tr').nth(2)).toBeVisible({ timeout: 40_000 });
    await expect(page.getByRole('heading', { name: words.requirements })).toBeVisible({ timeout: 50_000 });
    await expect(page.getByText('100 / 100')).toBeVisible();
    await expectSound(page);
    await page.screenshot({ path: `tests/.output/report-${lang}.png`, fullPage: true });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: words.download }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(REFERENCE);
    await page.getByRole('link', { name: words.again }).click();
    await expect(page.locator('.cm-content')).toContainText('model');
    expect(errors).toEqual([]);
  });
}

test('a program that throws earns nothing, is told its line, and the editor marks it', async ({ page }) => {
  await openTask(page, 'en');
  await submit(page, 'en', 'model = tf.sequential();\nnothingLikeThis();\n');
  await expect(page.getByText(/line 2/).first()).toBeVisible({ timeout: 30_000 });
  await expectSound(page);
  await page.getByRole('link', { name: WORDS.en.again }).click();
  await expect(page.locator('.cm-lint-marker-error')).toBeVisible();
  await expectSound(page);
});

test('a training that failed is diagnosed: what is wrong, the numbers, one next step', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  const page = await context.newPage();
  await openTask(page, 'tr');
  await submit(page, 'tr', REFERENCE.replace('tf.train.sgd(0.05)', 'tf.train.sgd(1.5)'));
  await page.waitForURL(/submissions\/sub_/);
  const found = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Öğrenme oranı çok büyük' }) });
  await expect(found).toContainText('Öğrenme oranı 1,5 (SGD)', { timeout: 40_000 });
  await expect(found).toContainText('Sonraki adım: Öğrenme oranını 10 kat küçültün.');
  await expectSound(page);
  await page.screenshot({ path: 'tests/.output/findings-phone-dark.png', fullPage: true });
  await context.close();
});

test('a running submission is cancelled, and a reload in between shows where it is', async ({ page }) => {
  await openTask(page, 'en');
  await submit(page, 'en', SLOW);
  await page.waitForURL(/submissions\/sub_/);
  await expect(page.getByText(/^Epoch \d+ of 300$/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText(/^Epoch \d+ of 300$/)).toBeVisible({ timeout: 10_000 });
  await expectSound(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/was cancelled/)).toBeVisible({ timeout: 10_000 });
  await expectSound(page);
});

test('what cannot be graded is refused in words, and the code stays on the page', async ({ page }) => {
  await openTask(page, 'en');
  for (const [source, words] of [[' ', 'The code is empty'], ['\u0000', 'must be UTF-8'], [`//${'x'.repeat(2 * 1024 * 1024)}`, 'larger than 256 KiB']] as const) {
    await page.locator('.cm-content').waitFor();
    await page.evaluate(async (text) => {
      const original = window.fetch;
      window.fetch = (url, init) => original(url, url === '/api/submissions' ? { ...init, body: JSON.stringify({ ...JSON.parse(String(init!.body)), source: text }) } : init);
    }, source);
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await expect(page.locator('main').getByRole('alert')).toContainText(words);
    await expect(page).toHaveURL(/assignments\/asg_/);
    await page.reload();
  }
});

test('the keyboard leaves the editor with Escape and Tab', async ({ page }) => {
  await openTask(page, 'en');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.locator('.cm-content')).not.toBeFocused();
});

test('a task and its report fit a phone in the dark', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  const page = await context.newPage();
  await openTask(page, 'tr');
  await expectSound(page);
  await page.screenshot({ path: 'tests/.output/task-phone-dark.png', fullPage: true });
  await submit(page, 'tr', 'model = 1;\n');
  await page.waitForURL(/submissions\/sub_/);
  await expectSound(page);
  await expect(page.getByText('/ 100 puan').or(page.getByText('Puanlanamadı:')).first()).toBeVisible({ timeout: 30_000 });
  await expectSound(page);
  await context.close();
});
