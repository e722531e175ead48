/**
 * A student's program that says when its first line ran, by the clock all processes share, and what processor time it took from there
 * to its last line: no one outside a box can see either.
 */
export const withProbe = (
  source: string,
): string => `const cpuBefore = process.cpuUsage(); console.log(performance.timeOrigin + performance.now());
${source}
const cpuSpent = process.cpuUsage(cpuBefore); console.log((cpuSpent.user + cpuSpent.system) / 1000);`;

/** What a program with a probe printed, and nothing else. */
export function readProbe(output: string): { firstLineAtMs: number; cpuMs: number } {
  const [firstLineAtMs, cpuMs] = output.trim().split('\n').map(Number);
  if (!firstLineAtMs || !cpuMs) throw new Error(`the probe printed ${JSON.stringify(output.slice(0, 200))}`);
  return { firstLineAtMs, cpuMs };
}
