// `npm run test:diagnosis`: trains the labelled set anew and prints precision and recall of each finding.
import { installDependencies, runOnProductNode } from './setup.mjs';

installDependencies();
runOnProductNode('tests/diagnosis/run.ts', process.argv.slice(2));
