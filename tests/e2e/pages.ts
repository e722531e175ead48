import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { ACCOUNTS_FILE } from './server.ts';

/** Passwords by e-mail address, and the course's join code under "joinCode". */
export const accounts = () => JSON.parse(readFileSync(ACCOUNTS_FILE, 'utf8')) as Record<string, string>;

export async function setLang(page: Page, lang: 'tr' | 'en'): Promise<void> {
  await page.context().addCookies([{ name: 'lang', value: lang, domain: '127.0.0.1', path: '/' }]);
}

export async function logIn(page: Page, email: string, password = accounts()[email]!): Promise<void> {
  await page.goto('/login');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await page.locator('main button').click();
  await page.waitForURL('**/home');
}

/** No accessibility violation, and nothing that needs sideways scrolling. */
export async function expectSound(page: Page): Promise<void> {
  // A page that reads itself anew has no title for a moment, while React puts the new one in the old one's place.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
