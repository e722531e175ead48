import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

/** `npm run screenshots`: takes the pictures of README.md anew, on a fresh installation like the browser tests. */
export default defineConfig({
  ...base,
  testDir: '.',
  outputDir: '../.output/screenshots',
  globalSetup: '../e2e/server.ts',
  reporter: 'list',
  timeout: 300_000,
  use: { ...base.use, viewport: { width: 1200, height: 760 }, colorScheme: 'light' },
});
