import { expect, test } from 'vitest';
import { checkTopology } from '#graders/box/topology.ts';
import { checkArtifacts } from '#graders/host/artifacts.ts';

const SPECS = [
  { name: 'd/kernel', shape: [2, 3], dtype: 'float32' },
  { name: 'd/bias', shape: [3], dtype: 'float32' },
];
const BYTES = 4 * (2 * 3 + 3);

/** A layer that holds `value` as a number of its own, and as the seed of its initializer. */
const modelWith = (units: string, seed: string) =>
  `{"modelTopology":{"class_name":"Sequential","config":{"name":"s","layers":[{"class_name":"Dense","config":{"name":"d","units":${units},` +
  `"batch_input_shape":[null,2],"kernel_initializer":{"class_name":"GlorotUniform","config":{"seed":${seed}}}}}]}},"weightSpecs":${JSON.stringify(SPECS)}}`;

function boxTakes(json: string): boolean {
  try {
    checkTopology(json, BYTES);
    return true;
  } catch {
    return false;
  }
}
const hostTakes = (json: string): boolean => checkArtifacts(Buffer.from(json), Buffer.alloc(BYTES), 100).ok;

test.each([
  ['a seed of a course', '3', '42', true],
  ['the largest 32-bit seed', '3', '4294967295', true],
  ['a seed of a date', '3', '20261124', true],
  ['a negative 32-bit seed', '3', '-2147483648', true],
  ['no seed', '3', 'null', true],
  ['a seed beyond 32 bits', '3', '4294967297', false],
  ['an infinite seed', '3', '1e999', false],
  ['as many units as a seed may be', '4294967295', '42', false],
  ['one unit more than may be', '10000001', '42', false],
])('%s: box and host agree', (_, units, seed, taken) => {
  const json = modelWith(units, seed);
  expect([boxTakes(json), hostTakes(json)]).toEqual([taken, taken]);
});
