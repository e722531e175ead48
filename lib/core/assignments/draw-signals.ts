import type { Lang, Text } from '../lang.ts';
import type { DataSet, Picture } from './data.ts';
import { drawLine, drawText, round, svg } from './svg.ts';

const CELL = { width: 118, height: 44, gap: 6, name: 92, perForm: 2 };
/** Values drawn from the middle of a cell to its edge. */
const REACH = 2.2;

/** The first signals of each class, a row for each class with its name. `names` are in the order of the labels. */
export function drawSignals(data: DataSet, names: readonly Text[], lang: Lang): Picture {
  const steps = data.xShape[1]!;
  const rows = names.map((name, label) => {
    const top = label * (CELL.height + CELL.gap);
    const found = [...data.y.keys()].filter((row) => data.y[row] === label).slice(0, CELL.perForm);
    const lines = found.map((row, i) => {
      const left = CELL.name + i * (CELL.width + CELL.gap);
      const signal = data.x.subarray(row * steps, (row + 1) * steps);
      return drawLine(
        Array.from(signal, (value, step) => [
          round(left + (step / (steps - 1)) * CELL.width),
          heightOf(value, top),
        ]),
      );
    });
    return `<g fill="currentColor" font-size="12">${drawText(0, top + CELL.height / 2 + 4, name[lang])}</g>${lines.join('')}`;
  });
  const width = CELL.name + CELL.perForm * (CELL.width + CELL.gap) - CELL.gap;
  const height = names.length * (CELL.height + CELL.gap) - CELL.gap;
  const alt = ALT[lang](CELL.perForm, steps, names.map((name) => name[lang]).join(', '));
  return { svg: svg(width, height, alt, rows.join('')), alt };
}

const heightOf = (value: number, top: number): number => {
  const inside = Math.min(REACH, Math.max(-REACH, value));
  return round(top + CELL.height / 2 - (inside / REACH) * (CELL.height / 2));
};

const ALT = {
  tr: (count: number, steps: number, names: string) =>
    `Eğitim verisinden her sınıf için ${steps} adımlık ${count} gürültülü sinyal (${names}).`,
  en: (count: number, steps: number, names: string) =>
    `${count} noisy signals of ${steps} steps for each class of the training data (${names}).`,
};
