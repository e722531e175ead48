import { test, type Browser, type Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accounts, logIn, setLang } from '../e2e/pages.ts';

const PASSWORD = 'uzun bir parola 1';
const PEOPLE = ['Ayşe Yıldız', 'Çağla Öztürk', 'İrem Şahin', 'Mert Güneş', 'Zeynep Işık'];
const source = (file: string) => readFileSync(`question-bank/assignments/${file}`, 'utf8');

/** Playwright saves no WebP, the browser does: a third of the size of a PNG. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const browser = await page.context().newCDPSession(page);
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 88 });
  writeFileSync(path.join(import.meta.dirname, `${name}.webp`), Buffer.from(data, 'base64'));
}

async function open(browser: Browser, lang: 'tr' | 'en', email: string, password?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await setLang(page, lang);
  await logIn(page, email, password);
  return page;
}

async function signUp(browser: Browser, name: string, index: number): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const email = `ogrenci${index}@example.org`;
  await page.goto('/signup');
  for (const [field, value] of Object.entries({
    name,
    email,
    password: PASSWORD,
    joinCode: accounts().joinCode!,
  }))
    await page.locator(`#${field}`).fill(value);
  await page.locator('main form button').click();
  await page.waitForURL('**/login');
  return open(browser, 'tr', email, PASSWORD);
}

/** Practice exams with questions to choose in; the other is about code. */
const WITH_OPTIONS = [0, 2, 3];

/** Starts the practice exam at `place` of the list. */
async function start(page: Page, place: number): Promise<void> {
  await page.goto('/practice');
  await page.locator('main li form button').nth(place).click();
  await page.waitForURL(/attempts\/att_[a-z0-9]+$/);
}

/** Goes through the paper and chooses option `pick` wherever there are options. */
async function answer(page: Page, pick: number, questions: number): Promise<void> {
  for (let i = 0; i < questions; i++) {
    if (await page.locator(`[data-choice="${pick}"]`).count()) await page.keyboard.press(String(pick));
    await page.keyboard.press('j');
  }
  await page.getByText(/Kaydedildi \d/).waitFor();
}

async function submit(page: Page, task: string, code: string): Promise<string> {
  await page.goto('/assignments');
  const href = await page
    .locator('main li')
    .filter({ hasText: task })
    .first()
    .getByRole('link')
    .getAttribute('href');
  const sent = await page.request.post('/api/submissions', {
    data: { assignment: href!.split('/').at(-1), language: 'tfjs', source: code },
  });
  return ((await sent.json()) as { submission: string }).submission;
}

test('a paper', async ({ browser }) => {
  const page = await open(browser, 'tr', 'deniz@derin.local');
  await start(page, 2);
  await answer(page, 2, 8);
  await page.keyboard.press('f');
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('k');
    if (await page.locator('[data-choice="1"]').count()) break;
  }
  await page.getByText(/Kaydedildi \d/).waitFor();
  await take(page, 'paper');
});

test('a report', async ({ browser }) => {
  const page = await open(browser, 'en', 'isil@derin.local');
  const code = source('a03/reference.js').replace('epochs: 30', 'epochs: 12, validationSplit: 0.2');
  await page.goto(await submit(page, 'Digits', code));
  await page.getByRole('heading', { name: 'Requirements' }).waitFor({ timeout: 240_000 });
  const curve = (await page.locator('figure').boundingBox())!;
  await page.setViewportSize({ width: 1200, height: Math.ceil(curve.y + curve.height) });
  await take(page, 'report');
});

test("the instructor's overview", async ({ browser }) => {
  const sources = [
    source('a01/reference.js'),
    source('a01/reference.js').replace(/epochs: \d+/, 'epochs: 8'),
    "throw new Error('x');",
  ];
  for (const [index, name] of PEOPLE.entries()) {
    const page = await signUp(browser, name, index);
    await start(page, WITH_OPTIONS[index % 3]!);
    await answer(page, 1 + (index % 3), 8);
    if (index !== 3) await page.request.post(`/api${new URL(page.url()).pathname}/hand-in`);
    await submit(page, 'Ev fiyatı', sources[index % sources.length]!);
    await page.context().close();
  }
  const page = await open(browser, 'en', 'ogretmen@derin.local');
  await page.waitForTimeout(20_000);
  await page.goto('/teach');
  await take(page, 'overview');
});
