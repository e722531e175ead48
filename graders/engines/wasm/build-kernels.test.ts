import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileKernels } from './build-kernels.ts';
import { kernelsPath } from './locate.ts';

test('kernels.wasm is what its sources compile to (`npm run build:kernels` renews it)', async () => {
  const compiled = await compileKernels();
  expect(Buffer.from(compiled).equals(readFileSync(kernelsPath()))).toBe(true);
}, 60_000);

test('it takes its memory from outside and puts nothing there by itself', async () => {
  const compiled = new WebAssembly.Module(readFileSync(kernelsPath()));
  expect(WebAssembly.Module.imports(compiled)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  const kinds = WebAssembly.Module.exports(compiled).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['function']));
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Uint8Array(memory.buffer).fill(7);
  new WebAssembly.Instance(compiled, { env: { memory } });
  expect(new Uint8Array(memory.buffer).every((byte) => byte === 7)).toBe(true);
});
