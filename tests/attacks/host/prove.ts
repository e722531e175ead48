import { guardsOf } from './elsewhere.ts';
import { makeVariant } from '../variant.ts';

/** Proves the isolation in a process of its own and prints what is missing. */
const variant = makeVariant(guardsOf(process.argv[2]));
const [{ inspectMachine }, { proveIsolation }, { Slots }] = await Promise.all([
  variant.load<typeof import('#graders/sandbox/machine.ts')>('graders/sandbox/machine.ts'),
  variant.load<typeof import('#graders/sandbox/proof.ts')>('graders/sandbox/proof.ts'),
  variant.load<typeof import('#graders/sandbox/slots.ts')>('graders/sandbox/slots.ts'),
]);
const { proven, checks } = await proveIsolation(inspectMachine(), new Slots(process.getuid?.() === 0));
const missing = checks.filter(({ status }) => status === 'failed').map(({ id }) => id);
process.stdout.write(proven ? 'proven' : `not proven: ${missing.join(' ')}`);
