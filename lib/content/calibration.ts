import 'server-only';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { calibrationSchema, type Calibration } from '#lib/core/assignments/calibration/calibration.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { Fault } from './fault.ts';
import { assignmentHash } from './hash.ts';

const fileOf = (folder: string, id: string): string =>
  path.join(folder, 'assignments', id, 'calibration.json');

/**
 * What grading takes of an assignment's calibration: null without one, and of one made with other rules or data. It is no part of
 * what a version promises, so a better one comes with the next version.
 */
export function readCalibration(
  folder: string,
  id: string,
): Pick<Assignment, 'noise' | 'engineOrder'> | null {
  const file = fileOf(folder, id);
  if (!existsSync(file)) return null;
  const { hash, noise, engineOrder } = calibrationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return hash === assignmentHash(folder, id) ? { noise, engineOrder } : null;
}

/** Calibrations are stored only when every reference and wrong submission kept the bank's rule, so one that fits has passed it. */
export const notCalibrated = (id: string): Fault => ({
  file: `assignments/${id}/assignment.yml`,
  line: 1,
  code: 'notCalibrated',
  message: {
    tr: `Ödevin kalibrasyonu yok ya da puanlamayı belirleyen bir dosya ondan sonra değişti; çalıştırın: npm run -s derin -- assignment calibrate ${id}`,
    en: `The assignment has no calibration, or a file that decides grades changed after it; run npm run -s derin -- assignment calibrate ${id}`,
  },
});

export const writeCalibration = (folder: string, id: string, calibration: Omit<Calibration, 'hash'>): void =>
  writeFileSync(
    fileOf(folder, id),
    `${JSON.stringify({ hash: assignmentHash(folder, id), ...calibration }, null, 2)}\n`,
  );
