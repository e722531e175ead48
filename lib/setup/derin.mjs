// `npm run -s derin -- <command>`: the command line.
import { installDependencies, runOnProductNode } from './setup.mjs';

installDependencies();
runOnProductNode('lib/cli/derin.ts', process.argv.slice(2));
