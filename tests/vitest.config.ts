import { defineConfig } from 'vitest/config';
import path from 'node:path';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  resolve: { conditions: ['react-server', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'default'] } },
  test: {
    include: ['{lib,graders,app,drizzle,tests}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // One file at a time: boxes of two files would share user ids and the two cores, and verdicts on limits would depend on load.
    fileParallelism: false,
  },
});
