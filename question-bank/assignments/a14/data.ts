import { readFileSync } from 'node:fs';
import type { DataSource } from '#lib/core/assignments/data.ts';
import { drawImages } from '#lib/core/assignments/draw-images.ts';
import { letters, NEW_LETTERS } from './letters.ts';

const PUBLIC_SEED = 114;

const ALTS = {
  tr: (side: number) =>
    `Eğitim verisinden ${side}×${side} piksellik on sekiz gürültülü görüntü: A, E, F, H, L, B harflerinden üçer örnek.`,
  en: (side: number) =>
    `Eighteen noisy ${side}×${side} pixel images from the training data: three examples of each of the letters A, E, F, H, L, B.`,
};

const publicData = () => letters(PUBLIC_SEED, 60, NEW_LETTERS);
const read = (name: string) => readFileSync(new URL(name, import.meta.url));

export default {
  publicData,
  hiddenData: (seed) => letters(seed, 600, NEW_LETTERS),
  picture: (lang) => drawImages(publicData(), lang, { columns: NEW_LETTERS.length, rows: 3, alts: ALTS }),
  base: () => ({ topology: read('base/model.json'), weights: read('base/weights.bin') }),
} satisfies DataSource;
