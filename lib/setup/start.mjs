// `npm start`: all set-up, then the supervisor.
import { ensurePackage, installDependencies, runOnProductNode, say } from './setup.mjs';

installDependencies();
const missing = ensurePackage('bwrap', 'bubblewrap');
if (missing) say(`bubblewrap is missing, so code grading stays off. To switch it on, type:  ${missing}`);
runOnProductNode('lib/cli/supervisor.ts', process.argv.slice(2));
