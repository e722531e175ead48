import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectSound, logIn, setLang } from './pages.ts';

const WORDS = {
  tr: { scores: 'Puan tablosu (CSV)', attempts: 'Denemeler', question: '1. soru', submissions: 'Teslimler', task: 'Rakamlar', failed: 'kod hata verdi' },
  en: { scores: 'Table of scores (CSV)', attempts: 'Attempts', question: 'Question 1', submissions: 'Submissions', task: 'Digits', failed: 'the code failed' },
} as const;

for (const lang of ['tr', 'en'] as const) {
  test(`the instructor sees the course, opens a student's work and takes the scores along (${lang})`, async ({ browser }) => {
    const words = WORDS[lang];
    const student = await (await browser.newContext()).newPage();
    await setLang(student, lang);
    await logIn(student, 'deniz@derin.local');
    await student.goto('/assignments');
    await student.getByRole('link', { name: new RegExp(`: ${words.task}$`) }).click();
    await student.locator('.cm-content').fill(`throw new Error('${lang}');`);
    await student.locator('main').getByRole('button').first().click();
    await student.waitForURL(/submissions\/sub_/);
    await expect(student.getByText(words.failed)).toBeVisible({ timeout: 30_000 });
    await student.goto('/practice');
    await student.locator('main li form button').first().click();
    await student.waitForURL(/attempts\/att_[a-z0-9]+$/);
    await student.request.post(`/api${new URL(student.url()).pathname}/hand-in`);
    expect((await student.goto('/teach'))?.status()).toBe(403);

    const page = await (await browser.newContext()).newPage();
    await setLang(page, lang);
    await logIn(page, INSTRUCTOR);
    await page.goto('/teach');
    await expectSound(page);
    await page.screenshot({ path: `tests/.output/teach-${lang}.png`, fullPage: true });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: words.scores }).click()]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toMatch(/^\ufeff[^\r\n]+;[^\r\n]+\r\n/);
    expect(csv).toContain('deniz@derin.local');
    await page.getByRole('rowheader').getByRole('link', { name: /Deniz/ }).click();
    await page.waitForURL(/teach\/students\/usr_/);
    await expectSound(page);
    await page.getByRole('region', { name: words.attempts }).getByRole('link').first().click();
    await page.waitForURL(/teach\/attempts\/att_/);
    await expect(page.getByRole('article', { name: words.question, exact: true })).toBeVisible();
    await expectSound(page);
    await page.goBack();
    await page.getByRole('region', { name: words.submissions }).getByRole('link', { name: words.task }).first().click();
    await page.waitForURL(/teach\/submissions\/sub_/);
    await expect(page.getByText(words.failed)).toBeVisible();
    await expectSound(page);
  });
}

test('the overview fits a phone in the dark', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })).newPage();
  await setLang(page, 'tr');
  await logIn(page, INSTRUCTOR);
  await page.goto('/teach');
  await expectSound(page);
});

const INSTRUCTOR = 'ogretmen@derin.local';
