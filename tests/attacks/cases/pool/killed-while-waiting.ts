import { setTimeout as sleep } from 'node:timers/promises';
import { hostAttack } from '../../attack.ts';
import { boxProcesses } from '../../processes.ts';
import { HONEST } from '../../payloads.ts';
import { openGrader, wordsOfReport } from '../../submitted.ts';

/** codejail, test_crash_proxy: a waiting box that dies must not cost the next student anything. */
export default hostAttack({
  to: 'ruin the next submission by ending a waiting box',
  act: async (variant, world) => {
    const grader = await openGrader(variant, world, 1);
    for (let tries = 0; boxProcesses('train').length === 0 && tries < 100; tries++) await sleep(50);
    await sleep(1500);
    boxProcesses('train').forEach((pid) => process.kill(pid, 'SIGKILL'));
    await sleep(300);
    const { report, logged } = await grader.grade(HONEST);
    await grader.close();
    return `${wordsOfReport(report)}${logged}`;
  },
  held: /^graded 1 /,
  guard: ['only-living-boxes'],
  out: /^(crashed|graderFailed)/,
});
