import { toTensor, type DataSource, type Tensor } from '#lib/core/assignments/data.ts';
import { drawImages } from '#lib/core/assignments/draw-images.ts';
import { makeRng } from '#lib/core/rng.ts';

const PUBLIC_SEED = 110;
const SIDE = 16;
const RADIUS = { min: 2, max: 4 };
const BRIGHTNESS = 0.9;
const NOISE = 0.1;

type Shapes = { images: Tensor; kinds: Tensor; centres: Tensor };

/** Is the pixel at this distance from the centre part of the shape? */
const KINDS: ((dx: number, dy: number, radius: number) => boolean)[] = [
  (dx, dy, radius) => Math.abs(dx) <= radius && Math.abs(dy) <= radius,
  (dx, dy, radius) => dx * dx + dy * dy <= radius * radius,
  (dx, dy, radius) => Math.abs(dy) <= radius && Math.abs(dx) <= (dy + radius) / 2,
];

/** Squares, discs and triangles of three sizes anywhere in the image, with normal noise; centres as shares of the side. */
function shapes(seed: number, count: number): Shapes {
  const rng = makeRng(seed);
  const images: number[][] = [];
  const centres: number[][] = [];
  for (let i = 0; i < count; i++) {
    const radius = rng.int(RADIUS.min, RADIUS.max);
    const [cx, cy] = [rng.int(radius, SIDE - 1 - radius), rng.int(radius, SIDE - 1 - radius)];
    const isOn = (at: number) =>
      KINDS[i % KINDS.length]!((at % SIDE) - cx, Math.floor(at / SIDE) - cy, radius);
    const pixels = Array.from({ length: SIDE * SIDE }, (_, at) =>
      Math.min(1, Math.max(0, (isOn(at) ? BRIGHTNESS : 0) + rng.normal(0, NOISE))),
    );
    images.push(pixels);
    centres.push([cx / (SIDE - 1), cy / (SIDE - 1)]);
  }
  return {
    images: toTensor(images, [SIDE, SIDE, 1]),
    kinds: toTensor(
      images.map((_, i) => [i % KINDS.length]),
      [],
      'int32',
    ),
    centres: toTensor(centres, [2]),
  };
}

const ALTS = {
  tr: (side: number) =>
    `Eğitim verisinden ${side}×${side} piksellik dokuz gürültülü görüntü: üçer kare, daire ve üçgen; her birinin merkezinde kesişen iki çizgi.`,
  en: (side: number) =>
    `Nine noisy ${side}×${side} pixel images from the training data: three squares, three discs and three triangles, each with two lines that cross at its centre.`,
};

const publicData = () => {
  const { images, kinds, centres } = shapes(PUBLIC_SEED, 700);
  return { xTrain: images, yClass: kinds, yPos: centres };
};

export default {
  publicData,
  hiddenData: (seed) => {
    const { images, kinds, centres } = shapes(seed, 400);
    return { x: images, kinds, centres };
  },
  picture: (lang) => {
    const { xTrain, yClass, yPos } = publicData();
    const data = { x: xTrain.values, xShape: xTrain.shape, y: yClass.values, yShape: yClass.shape };
    const pixel = (share: number) => share * (SIDE - 1) + 0.5;
    const mark = (row: number) => [pixel(yPos.values[2 * row]!), pixel(yPos.values[2 * row + 1]!)] as const;
    return drawImages(data, lang, { columns: KINDS.length, rows: 3, alts: ALTS, mark });
  },
} satisfies DataSource;
