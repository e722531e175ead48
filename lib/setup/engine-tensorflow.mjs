// `npm run engine:tensorflow [-- --gpu]`: TensorFlow's own kernels as an engine of the graders.
import { installDependencies, runOnProductNode } from './setup.mjs';

installDependencies();
runOnProductNode('graders/engines/tensorflow/setup/main.ts', process.argv.slice(2));
