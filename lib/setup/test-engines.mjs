// `npm run test:engines`: the contract of the engines, on each that this machine has.
import { installDependencies, runOnProductNode } from './setup.mjs';

installDependencies();
const vitest = ['run', '-c', 'tests/vitest.engines.config.ts', '--reporter=dot'];
runOnProductNode('node_modules/vitest/vitest.mjs', [...vitest, ...process.argv.slice(2)]);
