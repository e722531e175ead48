import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ADDON, LIBRARIES } from '../locate.ts';
import { INCLUDE_FOLDER, TFJS } from './pins.ts';
import { runTool, SetupError } from './tools.ts';

const PACKAGE = '@tensorflow/tfjs-node-gpu';

/** Where tfjs-node's sources are. Its package is the same for both engines (only its download differs, and that never runs). */
export function bindingFolder(): string {
  const { resolve } = createRequire(import.meta.url);
  const versionOf = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  try {
    const manifests = [PACKAGE, '@tensorflow/tfjs'].map((name) => resolve(`${name}/package.json`));
    const other = manifests.find((file) => versionOf(file) !== TFJS);
    if (other) throw new SetupError(`${other} is not version ${TFJS}, for which this was made. Type: npm ci`);
    return dirname(manifests[0]!);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`The optional package ${PACKAGE} is not installed. Type: npm ci`);
  }
}

/** The headers that the running Node brings: the packaged one has them, a system's Node may not. */
function nodeHeaders(): string {
  const folder = join(dirname(dirname(process.execPath)), 'include/node');
  if (existsSync(join(folder, 'node_api.h'))) return folder;
  throw new SetupError(`No headers of Node in ${folder}; the packaged Node has them. Type: npm ci`);
}

/** One call of the compiler: Node's stable interface on one side, TensorFlow's on the other, found beside the addon at run time. */
export function compileAddon(scratch: string, folder: string): void {
  const source = bindingFolder();
  const includes = [nodeHeaders(), dirname(source), join(scratch, INCLUDE_FOLDER)].map((path) => `-I${path}`);
  const defines = ['-DNAPI_VERSION=8', '-DNODE_GYP_MODULE_NAME=tfjs_binding', '-DBUILDING_NODE_EXTENSION'];
  const linked = [`-L${folder}`, ...LIBRARIES.map((name) => `-l:${name}`), '-Wl,-rpath,$ORIGIN'];
  const sources = ['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc'];
  const args = ['-O2', '-std=c++17', '-fPIC', '-shared', ...defines, ...includes, ...sources, ...linked];
  runTool('Compiling', 'g++', [...args, '-o', join(folder, ADDON)], source);
}
