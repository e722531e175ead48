import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './e2e',
  outputDir: './.output/browser',
  globalSetup: './e2e/server.ts',
  workers: 1,
  timeout: 60_000,
  reporter: [['list'], ['json']],
  use: {
    baseURL: 'http://127.0.0.1:3210',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
