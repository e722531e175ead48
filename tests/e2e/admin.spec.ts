import { expect, test, type Page } from '@playwright/test';
import { expectSound, logIn, setLang } from './pages.ts';

const ADMIN = 'admin@derin.local';
const WORDS = {
  tr: {
    nav: 'Yönetim',
    users: 'Kullanıcılar',
    find: 'Ara',
    add: 'Hesap aç',
    disable: 'Hesabı kapat',
    wasDisabled: 'Hesap kapatıldı.',
    wrong: 'E-posta ya da parola yanlış',
    audit: 'Denetim kaydı',
    closing: 'Hesap kapatma',
    on: 'Açık: yalıtım kanıtlandı.',
  },
  en: {
    nav: 'Administration',
    users: 'Users',
    find: 'Search',
    add: 'Add an account',
    disable: 'Disable the account',
    wasDisabled: 'The account was disabled.',
    wrong: 'The e-mail or the password is wrong',
    audit: 'Audit log',
    closing: 'Account disabled',
    on: 'On: the isolation is proven.',
  },
} as const;

/** Both sizes and both schemes. */
async function expectSoundEverywhere(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  await expectSound(page);
}

for (const lang of ['tr', 'en'] as const) {
  test(`the administrator sees the system, gives an account, disables it and reads who did that (${lang})`, async ({
    page,
    browser,
  }) => {
    const words = WORDS[lang];
    const email = `yeni.${lang}.${Date.now()}@example.org`;
    await setLang(page, lang);
    await logIn(page, ADMIN);
    await page.getByRole('navigation').getByRole('link', { name: words.nav }).click();
    await page.waitForURL('**/admin');
    await expect(page.getByText(words.on)).toBeVisible({ timeout: 20_000 });
    await page.locator('details').evaluate((details) => details.setAttribute('open', ''));
    await expectSoundEverywhere(page);

    await page.getByRole('link', { name: words.users }).click();
    await page.waitForURL('**/admin/users');
    await page.locator('#name').fill('Işıl Çağrı');
    await page.locator('#email').fill(email);
    await page.getByRole('button', { name: words.add }).click();
    const password = (await page.locator('output code').textContent())!;
    await expectSoundEverywhere(page);

    await page.locator('#search').fill('isil cagri');
    await page.getByRole('button', { name: words.find }).click();
    await page.waitForURL(/search=isil/);
    await page.locator('tr').filter({ hasText: email }).getByRole('link').click();
    await page.waitForURL(/admin\/users\/usr_/);
    await expectSoundEverywhere(page);
    const theirs = await (await browser.newContext()).newPage();
    await setLang(theirs, lang);
    await logIn(theirs, email, password);
    await page.getByRole('button', { name: words.disable }).click();
    await expect(page.getByText(words.wasDisabled)).toBeVisible();
    await theirs.goto('/home');
    await expect(theirs).toHaveURL(/\/login/);

    await page.getByRole('link', { name: words.audit, exact: true }).click();
    await page.waitForURL('**/admin/audit');
    await expect(page.getByRole('row').filter({ hasText: words.closing }).first()).toContainText(
      'Işıl Çağrı',
    );
    await expectSoundEverywhere(page);
  });
}

test('the place of the administrator answers 403 to everybody else, and sends a stranger to the log-in', async ({
  browser,
}) => {
  for (const email of ['deniz@derin.local', 'ogretmen@derin.local', null]) {
    const page = await (await browser.newContext()).newPage();
    if (email) await logIn(page, email);
    for (const path of ['/admin', '/admin/users', '/admin/users/usr_2222222222222222', '/admin/audit']) {
      const response = await page.goto(path);
      if (email) expect(response?.status()).toBe(403);
      else expect(page.url()).toContain(`/login?next=${encodeURIComponent(path)}`);
    }
  }
});
