import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { read } from './processes.ts';

const ROOT = '/sys/fs/cgroup';

/** Groups that this process made and that are there. */
export function cgroupsHere(): string[] {
  const inside = (folder: string): string[] => {
    try {
      return readdirSync(folder)
        .filter((name) => name.startsWith(`derin-${process.pid}-`))
        .map((name) => `${folder}/${name}`);
    } catch {
      return [];
    }
  };
  return [ROOT, ...readdirSync(ROOT).map((name) => `${ROOT}/${name}`)].flatMap(inside);
}

/** The groups a process is in that were made for it. */
export function cgroupsOf(pid: number | null) {
  const lines = read(`/proc/${pid}/cgroup`)
    .split('\n')
    .filter((line) => line.includes('/derin-'));
  return lines.map((line) => {
    const [, controllers, inside] = line.split(':');
    const folder = `${ROOT}/${controllers}${inside}`;
    const share = ['cpu.shares', 'cpu.weight'].map((file) => read(`${folder}/${file}`).trim()).find(Boolean);
    return { remains: () => existsSync(folder), remove: () => rmdirSync(folder), cpuShare: () => share };
  });
}
