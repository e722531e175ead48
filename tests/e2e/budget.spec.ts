import { expect, test, type Browser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { logIn } from './pages.ts';

/** Compressed JavaScript of a page as the server sends it to a browser that knows nothing yet. */
const BYTES_MAX = 150 * 1024;

/** Visits by role; `settled`: what shows that late scripts have come, where the network does not fall silent. */
type Visit = { path: string; settled?: string };

async function scriptBytes(
  browser: Browser,
  email: string | null,
  { path, settled }: Visit,
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (email) await logIn(page, email);
  const fresh = await (await browser.newContext({ storageState: await context.storageState() })).newPage();
  const scripts = new Map<string, Promise<number>>();
  fresh.on('requestfinished', (done) => {
    if (done.resourceType() === 'script')
      scripts.set(
        done.url(),
        done.sizes().then((size) => size.responseBodySize),
      );
  });
  await fresh.goto(path, { waitUntil: settled ? 'load' : 'networkidle' });
  if (settled) await fresh.locator(settled).first().waitFor();
  const sizes = await Promise.all(scripts.values());
  await Promise.all([context.close(), fresh.context().close()]);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Makes a paper, its result and a report with a curve; returns their addresses. */
async function makeWork(page: Page): Promise<Record<'paper' | 'result' | 'report', string>> {
  await logIn(page, 'isil@derin.local');
  const sit = async () => {
    await page.goto('/practice');
    await page.locator('main li form button').first().click();
    await page.waitForURL(/attempts\/att_[a-z0-9]+$/);
    return new URL(page.url()).pathname;
  };
  const first = await sit();
  await page.request.post(`/api${first}/hand-in`);
  const paper = await sit();
  await page.goto('/assignments');
  const assignment = (await page.locator('main a[href^="/assignments/asg_"]').first().getAttribute('href'))!
    .split('/')
    .at(-1)!;
  const source = readFileSync('question-bank/assignments/a01/reference.js', 'utf8');
  const sent = await page.request.post('/api/submissions', {
    data: { assignment, language: 'tfjs', source },
  });
  const { submission } = (await sent.json()) as { submission: string };
  return { paper, result: `${first}/result`, report: submission };
}

test('no page without the code editor needs more than 150 KB of compressed JavaScript', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { paper, result, report } = await makeWork(page);
  const visits: [string | null, Visit[]][] = [
    [null, [{ path: '/' }, { path: '/login' }, { path: '/signup' }, { path: '/nowhere' }]],
    [
      'isil@derin.local',
      [
        { path: '/home' },
        { path: '/practice' },
        { path: paper },
        { path: result },
        { path: '/assignments' },
        { path: report, settled: 'figure svg' },
        { path: '/account' },
        { path: '/teach' },
      ],
    ],
    ['ogretmen@derin.local', [{ path: '/teach' }]],
    ['admin@derin.local', [{ path: '/admin' }, { path: '/admin/users' }, { path: '/admin/audit' }]],
  ];
  const bytes: Record<string, number> = {};
  for (const [email, pages] of visits)
    for (const visit of pages)
      bytes[`${email ?? 'stranger'} ${visit.path}`] = await scriptBytes(browser, email, visit);
  test.info().annotations.push({ type: 'JavaScript, bytes as sent', description: JSON.stringify(bytes) });
  expect(Math.min(...Object.values(bytes))).toBeGreaterThan(0);
  expect(Object.entries(bytes).filter(([, size]) => size > BYTES_MAX)).toEqual([]);
});
