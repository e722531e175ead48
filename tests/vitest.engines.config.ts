import base from './vitest.config.ts';

/** `npm run test:engines`: the contract on every engine that this machine has, each in a process of its own. `npm test` runs it on wasm. */
export default {
  ...base,
  test: { ...base.test, include: ['tests/engines/wasm.test.ts', 'tests/engines/long/*.long.ts'] },
};
