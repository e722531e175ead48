import 'server-only';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { calibrationSchema, type Calibration } from '#lib/core/assignments/calibration/calibration.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import { assignmentHash } from './hash.ts';

const fileOf = (folder: string, id: string): string =>
  path.join(folder, 'assignments', id, 'calibration.json');

/**
 * What grading takes of an assignment's calibration: nothing without one, and nothing of one made with other rules or data. It is no part
 * of what a version promises, so a better one comes with the next version.
 */
export function readCalibration(
  folder: string,
  id: string,
): Partial<Pick<Assignment, 'noise' | 'engineOrder'>> {
  const file = fileOf(folder, id);
  if (!existsSync(file)) return {};
  const { hash, noise, engineOrder } = calibrationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return hash === assignmentHash(folder, id) ? { noise, engineOrder } : {};
}

export const writeCalibration = (folder: string, id: string, calibration: Omit<Calibration, 'hash'>): void =>
  writeFileSync(
    fileOf(folder, id),
    `${JSON.stringify({ hash: assignmentHash(folder, id), ...calibration }, null, 2)}\n`,
  );
