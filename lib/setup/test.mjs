// `npm test`: set-up for tests, then every suite; closes with the sum over all of them.
import { ensurePackage, installDependencies, runOnProductNode, say } from './setup.mjs';

installDependencies();
const missing = [ensurePackage('bwrap', 'bubblewrap'), ensurePackage('chromium', 'chromium')].filter(Boolean);
for (const command of missing) say(`Some tests will be skipped. To run them, type:  ${command}`);
runOnProductNode('tests/run.ts', process.argv.slice(2));
