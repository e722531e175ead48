import { expect, test, type Page } from '@playwright/test';
import { accounts, expectSound, logIn, setLang } from './pages.ts';

const SAVED = /Saved \d/;
const AWAY = /kept on this device/;
const unsent = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('derin.unsent.')).length);

/** An open paper of the ready-made student, in English, on its first question that is chosen from a list. */
async function sit(page: Page): Promise<void> {
  await setLang(page, 'en');
  await logIn(page, Object.keys(accounts()).find((email) => email.startsWith('deniz'))!);
  await page.goto('/practice');
  await page.locator('li').filter({ hasText: 'Mixed practice' }).getByRole('button').click();
  await page.waitForURL(/attempts\/att_[a-z0-9]+$/);
  for (let i = 0; i < 15 && !(await page.locator('[data-choice="1"][type=radio]').count()); i++) await page.keyboard.press('j');
}

const choice = (page: Page, n: number) => page.locator(`[data-choice="${n}"]`);
const position = async (page: Page) => Number((await page.locator('#question').textContent())!.replace(/\D/g, ''));

test('answers given without a connection survive a reload and arrive when it returns', async ({ page }) => {
  await sit(page);
  const at = await position(page);
  await page.keyboard.press('1');
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.route('**/api/attempts/**', (route) => route.abort());
  await page.keyboard.press('2');
  await expect(page.getByText(AWAY)).toBeVisible();
  await page.getByRole('button', { name: 'Finish and review' }).click();
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'not handed in' })).toBeVisible();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText(AWAY)).toBeVisible();
  expect(await unsent(page)).toBe(1);
  await page.getByRole('navigation', { name: 'Questions' }).getByRole('button', { name: new RegExp(`^Question ${at}:`) }).click();
  await expect(choice(page, 2)).toBeChecked();
  await page.unroute('**/api/attempts/**');
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 15_000 });
  expect(await unsent(page)).toBe(0);
});

test('an ended session loses no answer: after a log-in in another tab it is sent', async ({ page, context }) => {
  await sit(page);
  const cookies = (await context.cookies()).filter((cookie) => cookie.name.includes('session-token'));
  await context.clearCookies({ name: cookies[0]!.name });
  await page.keyboard.press('3');
  await expect(page.getByText('Your session has ended')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Log in in a new tab' })).toBeVisible();
  await expectSound(page);
  await context.addCookies(cookies);
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 15_000 });
});

test('the keys work everywhere but in a box, and ? lists them', async ({ page }) => {
  await sit(page);
  await expect(page.locator('header.site')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  const before = await position(page);
  await page.keyboard.press('j');
  expect(await position(page)).toBe(before);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await expect(choice(page, 2)).toBeChecked();
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Flag', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('f');
  for (let i = 0; i < 15 && !(await page.locator('main input[id^="var_"]:not([type])').count()); i++) {
    await page.keyboard.press('Alt+ArrowRight');
    await page.waitForTimeout(50);
  }
  const box = page.locator('main input[id^="var_"]:not([type])');
  if (await box.count()) {
    await box.fill('');
    await box.pressSequentially('jf1');
    await expect(box).toHaveValue('jf1');
  }
});

test('what is typed is read back at once, and what cannot be read says so before it is handed in', async ({ page }) => {
  await sit(page);
  const box = page.locator('main input[id^="var_"]:not([type])');
  await page.getByRole('navigation', { name: 'Questions' }).getByRole('button').first().click();
  for (let i = 0; i < 15 && !(await box.count()); i++) {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
  await box.fill('x y');
  await expect(page.getByText(/cannot be read/)).toBeVisible();
  await expectSound(page);
  await box.fill('7');
  await expect(page.getByText(/^Read as: \(?7/)).toBeVisible();
  await expect(page.getByText(SAVED)).toBeVisible();
  await box.fill('');
  await expect(page.getByText('Read as:')).toBeHidden();
});

test('the summary names what is open, the clock can be hidden, and a paper that is handed in stays so', async ({ page }) => {
  await sit(page);
  await page.getByRole('button', { name: 'Hide the clock' }).click();
  await expect(page.getByRole('timer')).toHaveText('–');
  await page.getByRole('button', { name: 'Finish and review' }).click();
  await expect(page.getByText(/Open questions:/)).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await page.waitForURL(/\/result$/);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectSound(page);
  await page.goto(page.url().replace('/result', ''));
  await expect(page).toHaveURL(/\/result$/);
});

test('a tab that is older than the server says so and loads anew', async ({ page }) => {
  await setLang(page, 'en');
  await logIn(page, Object.keys(accounts()).find((email) => email.startsWith('deniz'))!);
  await page.goto('/practice');
  const isAction = (headers: Record<string, string>) => 'next-action' in headers;
  // As after an update: the server does not know the action that this page would call.
  await page.route('**/practice', (route) => route.continue(isAction(route.request().headers()) ? { headers: { ...route.request().headers(), 'next-action': '40'.repeat(21) } } : {}));
  await page.locator('li').filter({ hasText: 'Mixed practice' }).getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'This page is out of date' })).toBeVisible();
  await expectSound(page);
  await page.unroute('**/practice');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await page.locator('li').filter({ hasText: 'Mixed practice' }).getByRole('button').click();
  await page.waitForURL(/attempts\/att_[a-z0-9]+$/);
});
