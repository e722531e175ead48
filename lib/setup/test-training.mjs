// `npm run test:training`: accelerated training held to tfjs's own on many more random models and cells than `npm test` takes.
import { installDependencies, runOnProductNode } from './setup.mjs';

installDependencies();
process.env.DERIN_RANDOM_MODELS ??= '1000';
process.env.DERIN_RANDOM_CELLS ??= '3000';
const vitest = ['run', '-c', 'tests/vitest.config.ts', 'tests/engines/step', 'graders/engines/wasm'];
runOnProductNode('node_modules/vitest/vitest.mjs', [...vitest, ...process.argv.slice(2)]);
