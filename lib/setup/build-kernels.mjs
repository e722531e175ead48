// `npm run build:kernels`: the kernels of the wasm engine, from their sources in graders/engines/wasm/assembly.
import { installDependencies, runOnProductNode } from './setup.mjs';

installDependencies();
runOnProductNode('graders/engines/wasm/build-kernels.ts', process.argv.slice(2));
