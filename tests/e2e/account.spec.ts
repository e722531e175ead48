import { expect, test, type Page } from '@playwright/test';
import { accounts, expectSound, logIn, setLang } from './pages.ts';

const WORDS = {
  tr: {
    wrong: 'E-posta ya da parola yanlış',
    joined: 'Hesabınız açıldı',
    code: 'Bu ders kodu bulunamadı',
    short: 'Parola 10–200 karakter',
    forbidden: 'Bu sayfa size açık değil',
    missing: 'Sayfa bulunamadı',
    changed: 'Parola değişti',
    other: 'English',
    dark: 'Koyu',
  },
  en: {
    wrong: 'The e-mail or the password is wrong',
    joined: 'Your account is ready',
    code: 'There is no such course code',
    short: 'The password must have 10–200',
    forbidden: 'This page is not open to you',
    missing: 'Page not found',
    changed: 'The password was changed',
    other: 'Türkçe',
    dark: 'Dark',
  },
} as const;
const LANGS = ['tr', 'en'] as const;
const PASSWORD = 'uzun bir parola 1';
/** The page's own button: the header and the footer have theirs. */
const send = (page: Page) =>
  page
    .locator('main form')
    .filter({ has: page.locator('input[type="password"]') })
    .getByRole('button')
    .click();

async function fillSignUp(page: Page, change: Record<string, string> = {}): Promise<string> {
  const email = `account.${Date.now()}.${Math.floor(Math.random() * 1e6)}@example.org`;
  const form = { name: 'Çiğdem Işık', email, password: PASSWORD, joinCode: accounts().joinCode!, ...change };
  for (const [name, value] of Object.entries(form)) await page.locator(`#${name}`).fill(value);
  await send(page);
  return email;
}

async function signUpAndIn(page: Page): Promise<string> {
  await page.goto('/signup');
  const email = await fillSignUp(page);
  await page.waitForURL('**/login');
  await logIn(page, email, PASSWORD);
  return email;
}

for (const lang of LANGS) {
  test(`every page of a stranger is sound, on a phone in the dark and on a wide screen (${lang})`, async ({
    page,
  }) => {
    await setLang(page, lang);
    for (const path of ['/', '/login', '/signup', '/nowhere']) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.emulateMedia({ colorScheme: 'dark' });
      expect((await page.goto(path))?.status()).toBe(path === '/nowhere' ? 404 : 200);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      await expectSound(page);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await expectSound(page);
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS[lang].missing);
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`mistakes in the forms are named and what was typed is kept, ${javaScriptEnabled ? 'with' : 'without'} JavaScript (${lang})`, async ({
      browser,
    }) => {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await setLang(page, lang);
      await page.goto('/signup');
      const email = await fillSignUp(page, { joinCode: 'WRONG222' });
      await expect(page.getByText(WORDS[lang].code)).toBeVisible();
      expect(await page.locator('#name').inputValue()).toBe('Çiğdem Işık');
      await fillSignUp(page, { email, password: 'kisa' });
      await expect(page.locator('#password-error')).toContainText(WORDS[lang].short);
      await fillSignUp(page, { email });
      await page.waitForURL('**/login');
      await expect(page.getByText(WORDS[lang].joined)).toBeVisible();
      expect(await page.locator('#email').inputValue()).toBe(email);
      await page.locator('#password').fill('not the password');
      await send(page);
      await expect(page.getByText(WORDS[lang].wrong)).toBeVisible();
      expect(await page.locator('#email').inputValue()).toBe(email);
      await page.locator('#password').fill(PASSWORD);
      await send(page);
      await page.waitForURL('**/home');
    });
  }

  test(`a role without the right gets 403 and a way on (${lang})`, async ({ page }) => {
    await setLang(page, lang);
    await logIn(page, 'ogretmen@derin.local');
    await expectSound(page);
    expect((await page.goto('/practice'))?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS[lang].forbidden);
    await expectSound(page);
  });
}

test('a log-in leads back to where a stranger was stopped, and never to another site', async ({ page }) => {
  await page.goto('/practice?topic=tensors');
  expect(new URL(page.url()).searchParams.get('next')).toBe('/practice?topic=tensors');
  await page.locator('#email').fill('deniz@derin.local');
  await page.locator('#password').fill(accounts()['deniz@derin.local']!);
  await send(page);
  await page.waitForURL('**/practice?topic=tensors');
  await page.goto('/login?next=https://evil.example/');
  await expect(page).toHaveURL(/\/home$/);
});

test('a changed password ends the sessions on other devices and keeps this one', async ({
  page,
  browser,
}) => {
  await setLang(page, 'en');
  const email = await signUpAndIn(page);
  const other = await (await browser.newContext()).newPage();
  await logIn(other, email, PASSWORD);
  await page.goto('/account');
  await page.locator('#current').fill(PASSWORD);
  await page.locator('#next').fill('another long one 2');
  await send(page);
  await expect(page.getByText(WORDS.en.changed)).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/account$/);
  await expectSound(page);
  await other.goto('/account');
  await expect(other).toHaveURL(/\/login\?next=%2Faccount$/);
});

test('language and theme are kept: the language with the account, the theme with the browser', async ({
  page,
  browser,
}) => {
  await setLang(page, 'tr');
  const email = await signUpAndIn(page);
  await page.getByRole('banner').getByRole('button', { name: WORDS.tr.other }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('contentinfo').getByRole('button', { name: WORDS.en.dark }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const elsewhere = await (await browser.newContext({ locale: 'tr-TR' })).newPage();
  await logIn(elsewhere, email, PASSWORD);
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
});

test('logging out ends the session, and the keyboard alone is enough to come back', async ({ page }) => {
  await setLang(page, 'en');
  await logIn(page, 'isil@derin.local');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.waitForURL('**/login');
  await page.goto('/home');
  await expect(page).toHaveURL(/\/login$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('isil@derin.local');
  await page.keyboard.press('Tab');
  await page.keyboard.type(accounts()['isil@derin.local']!);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/home');
});

test('pages carry a strict policy with a fresh nonce and the usual headers, and the session cookie is out of reach of scripts', async ({
  page,
  request,
}) => {
  const policies = [];
  for (let i = 0; i < 2; i++) {
    const headers = (await request.get('/login')).headers();
    policies.push(headers['content-security-policy']);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  }
  expect(policies[0]).toMatch(
    /script-src 'self' 'nonce-[^']+' 'strict-dynamic' 'wasm-unsafe-eval';.*frame-ancestors 'none'/,
  );
  expect(policies[0]).not.toContain("'unsafe-eval'");
  expect(policies[0]).not.toBe(policies[1]);
  await logIn(page, 'deniz@derin.local');
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('session-token'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('session');
});

test('the pages load nothing from elsewhere, little JavaScript, and nothing moves while they load', async ({
  page,
}) => {
  const scripts = new Map<string, Promise<number>>();
  const hosts = new Set<string>();
  page.on('requestfinished', (done) => {
    hosts.add(new URL(done.url()).host);
    if (done.resourceType() === 'script')
      scripts.set(
        done.url(),
        done.sizes().then((size) => size.responseBodySize),
      );
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) =>
      list
        .getEntries()
        .forEach((entry) =>
          Object.assign(globalThis, {
            shift:
              (globalThis as unknown as { shift: number }).shift +
              (entry as unknown as { value: number }).value,
          }),
        ),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/login', { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(scripts.values())).reduce((sum, size) => sum + size, 0);
  expect([...hosts]).toEqual(['127.0.0.1:3210']);
  expect(bytes).toBeGreaterThan(0);
  test.info().annotations.push({ type: 'JavaScript, bytes as sent', description: String(bytes) });
  expect(bytes).toBeLessThanOrEqual(150 * 1024);
  expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(0.02);
});

test('a program logs in by the endpoints of next-auth and has the same session; without their token it has none', async ({
  playwright,
}) => {
  const credentials = { email: 'deniz@derin.local', password: accounts()['deniz@derin.local']! };
  const client = () => playwright.request.newContext({ baseURL: 'http://127.0.0.1:3210' });
  const [program, forged] = [await client(), await client()];
  const { csrfToken } = (await (await program.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await program.post('/api/auth/callback/credentials', { form: { ...credentials, csrfToken, json: 'true' } });
  await forged.post('/api/auth/callback/credentials', { form: { ...credentials, csrfToken, json: 'true' } });
  const home = async (who: typeof program) => (await who.get('/home', { maxRedirects: 0 })).status();
  expect([await home(program), await home(forged)]).toEqual([200, 307]);
});

test('a form sent by another site changes nothing', async ({ page, playwright }) => {
  await page.goto('/login');
  const fields = await page
    .locator('main form input[type="hidden"]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
    );
  const form = { email: 'deniz@derin.local', password: accounts()['deniz@derin.local']! };
  const post = async (origin: string) => {
    const client = await playwright.request.newContext({
      baseURL: 'http://127.0.0.1:3210',
      extraHTTPHeaders: { origin },
    });
    await client.post('/login', { multipart: { ...Object.fromEntries(fields), ...form }, maxRedirects: 0 });
    return (await client.storageState()).cookies.some(({ name }) => name.endsWith('session-token'));
  };
  expect([await post('http://127.0.0.1:3210'), await post('https://evil.example')]).toEqual([true, false]);
});
