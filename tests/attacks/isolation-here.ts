import { inspectMachine } from '#graders/sandbox/machine.ts';
import { proveIsolation } from '#graders/sandbox/proof.ts';
import { Slots } from '#graders/sandbox/slots.ts';

/**
 * Whether boxes can be used where the tests run. The descriptors of the test runner itself do not count here: the host is started
 * without them.
 */
export async function isolationHere(): Promise<{ proven: boolean; why: string }> {
  const { checks } = await proveIsolation(inspectMachine(), new Slots(process.getuid?.() === 0));
  const failed = checks.filter(({ id, status }) => status === 'failed' && id !== 'isolation.descriptors');
  return { proven: failed.length === 0, why: failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ') };
}
