import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostAttack } from '../../attack.ts';
import { runElsewhere } from '../../host/elsewhere.ts';
import { isRunning } from '../../processes.ts';

export default hostAttack({
  to: 'outlive a host that is killed',
  act: async (variant) => {
    const { child, over } = runElsewhere('lonely', variant);
    const pid = Number(await new Promise((resolve) => child.stdout!.once('data', resolve)));
    if (!existsSync(`/proc/${pid}`)) return 'no box';
    child.kill('SIGKILL');
    for (let tries = 0; isRunning(pid) && tries < 40; tries++) await sleep(25);
    const outcome = isRunning(pid) ? 'lives' : 'gone';
    if (outcome === 'lives') process.kill(pid, 'SIGKILL');
    await over;
    return outcome;
  },
  held: /^gone$/,
  guard: ['parent'],
  out: /^lives$/,
});
