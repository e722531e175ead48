// `npm run -s derin -- <command>`: the command line.
import { installDependencies, requireNode, runOnProductNode } from './setup.mjs';

requireNode();
installDependencies();
runOnProductNode('lib/cli/derin.ts', process.argv.slice(2));
