import { expect, test, type Page } from '@playwright/test';
import { accounts, expectSound, setLang } from './pages.ts';

const WORDS = {
  tr: { signUp: 'Kayıt ol', start: 'Başla', title: 'Karışık deneme', next: 'Sonraki', finish: 'Bitir ve özetle', handIn: 'Teslim et', result: 'Sonuç', saved: /Kaydedildi \d/, similar: 'Benzerini dene' },
  en: { signUp: 'Sign up', start: 'Start', title: 'Mixed practice', next: 'Next', finish: 'Finish and review', handIn: 'Hand in', result: 'Result', saved: /Saved \d/, similar: 'Try a similar one' },
} as const;

async function signUp(page: Page, lang: 'tr' | 'en'): Promise<void> {
  const email = `student.${lang}.${Date.now()}@example.org`;
  await page.goto('/signup');
  await expectSound(page);
  await page.locator('#name').fill('Çiğdem Işık');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill('uzun bir parola 1');
  await page.locator('#joinCode').fill(accounts().joinCode!);
  await page.getByRole('button', { name: WORDS[lang].signUp }).click();
  await page.waitForURL('**/login');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill('uzun bir parola 1');
  await page.locator('main button').click();
  await page.waitForURL('**/home');
}

for (const lang of ['tr', 'en'] as const) {
  test(`a student signs up, sits a practice exam and reads the result (${lang})`, async ({ page }) => {
    const words = WORDS[lang];
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`));
    await setLang(page, lang);
    await signUp(page, lang);
    await expectSound(page);
    await page.goto('/practice');
    await expectSound(page);
    const offer = page.locator('li').filter({ hasText: words.title });
    await offer.getByRole('button', { name: words.start }).click();
    await page.waitForURL(/attempts\/att_/);
    await expectSound(page);
    const html = await page.content();
    expect(html).not.toMatch(/"(correct|feedback|solution|accept|slips)"/);

    let chosen = 0;
    for (let i = 0; i < 15; i++) {
      if (await page.locator('[data-choice="1"]').count()) {
        await page.keyboard.press('1');
        chosen++;
      }
      if (i < 14) await page.keyboard.press('j');
    }
    expect(chosen).toBeGreaterThan(0);
    await expect(page.getByText(words.saved)).toBeVisible();
    await page.reload();
    expect(await page.locator('nav button[aria-label*="answered"], nav button[aria-label*="yanıtlandı"]').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: words.finish }).click();
    await expectSound(page);
    await page.getByRole('button', { name: words.handIn, exact: true }).click();
    await page.waitForURL(/\/result$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.result);
    await expectSound(page);
    await page.screenshot({ path: `tests/.output/result-${lang}.png`, fullPage: true });
    await page.getByRole('button', { name: words.similar }).first().click();
    await page.waitForURL(/attempts\/att_[a-z0-9]+$/);
    expect(errors).toEqual([]);
  });
}

test('a paper fits a phone in the dark', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
  const page = await context.newPage();
  await setLang(page, 'tr');
  await signUp(page, 'tr');
  await page.goto('/practice');
  await page.locator('li').filter({ hasText: WORDS.tr.title }).getByRole('button').click();
  await page.waitForURL(/attempts\/att_/);
  for (let i = 0; i < 15; i++) {
    await expectSound(page);
    if (i < 14) await page.getByRole('button', { name: WORDS.tr.next }).click();
  }
  await page.screenshot({ path: 'tests/.output/paper-phone-dark.png' });
  await context.close();
});

test("another student's paper looks like one that does not exist", async ({ page, browser }) => {
  await setLang(page, 'en');
  await signUp(page, 'en');
  await page.goto('/practice');
  await page.locator('li').first().getByRole('button').click();
  await page.waitForURL(/attempts\/att_/);
  const other = await (await browser.newContext()).newPage();
  await setLang(other, 'tr');
  await signUp(other, 'tr');
  expect((await other.goto(page.url()))?.status()).toBe(404);
  const response = await other.request.put(`${page.url().replace('/attempts/', '/api/attempts/')}/responses/var_2222222222222222`, { data: { answer: null, flagged: true, sequence: 1 } });
  expect([response.status(), await response.json()]).toEqual([404, { code: 'exam.notFound' }]);
});
