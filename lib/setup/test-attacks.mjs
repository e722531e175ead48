// `npm run test:attacks` and `npm run test:mutation`: attacks on the boxes, and whether each layer is missed when it is away.
import { ensurePackage, installDependencies, runOnProductNode, say } from './setup.mjs';

const [suite, ...rest] = process.argv.slice(2);
installDependencies();
const missing = ensurePackage('bwrap', 'bubblewrap');
if (missing) say(`Nothing can be shown without bubblewrap. To install it, type:  ${missing}`);
runOnProductNode(`tests/attacks/${suite}.ts`, rest);
