import * as tf from '@tensorflow/tfjs';
import { random } from '../values.ts';
import { PADS, STRIDES, type GradientCase } from './case.ts';

type R3 = tf.Tensor3D;
type R4 = tf.Tensor4D;
type R5 = tf.Tensor5D;
const IMAGE = [2, 7, 6, 3];
const SERIES = [2, 9, 3];
const VOLUME = [2, 5, 4, 3, 2];
const CUBE = [2, 4, 4, 4, 2];
const constant = <R extends tf.Rank>(shape: number[], seed: number) => random<R>(shape, seed);

const places = PADS.flatMap((pad) =>
  STRIDES.map((stride) => ({ pad, stride, tag: `stride ${stride} ${pad}` })),
);

const planes = places.flatMap(({ pad, stride, tag }) =>
  [1, 2, 3].flatMap((k): GradientCase[] => [
    {
      name: `conv2d input ${k}×${k} ${tag}`,
      shape: IMAGE,
      f: (x) => tf.conv2d(x as R4, constant<tf.Rank.R4>([k, k, 3, 4], 2), stride, pad),
    },
    {
      name: `conv2d filter ${k}×${k} ${tag}`,
      shape: [k, k, 3, 4],
      f: (w) => tf.conv2d(constant<tf.Rank.R4>(IMAGE, 3), w as R4, stride, pad),
    },
    {
      name: `maxPool ${k} ${tag}`,
      shape: IMAGE,
      values: 'spread',
      f: (x) => tf.maxPool(x as R4, k, stride, pad),
    },
    { name: `avgPool ${k} ${tag}`, shape: IMAGE, f: (x) => tf.avgPool(x as R4, k, stride, pad) },
  ]),
);

const depthwise = places.flatMap(({ pad, stride, tag }) =>
  [2, 3].flatMap((k): GradientCase[] => [
    {
      name: `depthwise input ${k}×${k} ${tag}`,
      shape: IMAGE,
      f: (x) => tf.depthwiseConv2d(x as R4, constant<tf.Rank.R4>([k, k, 3, 2], 2), stride, pad),
    },
    {
      name: `depthwise filter ${k}×${k} ${tag}`,
      shape: [k, k, 3, 2],
      f: (w) => tf.depthwiseConv2d(constant<tf.Rank.R4>(IMAGE, 3), w as R4, stride, pad),
    },
  ]),
);

const others = places.flatMap(({ pad, stride, tag }): GradientCase[] => [
  {
    name: `conv1d input ${tag}`,
    shape: SERIES,
    f: (x) => tf.conv1d(x as R3, constant<tf.Rank.R3>([3, 3, 4], 2), stride, pad),
  },
  {
    name: `conv1d filter ${tag}`,
    shape: [3, 3, 4],
    f: (w) => tf.conv1d(constant<tf.Rank.R3>(SERIES, 2), w as R3, stride, pad),
  },
  {
    name: `conv3d input ${tag}`,
    shape: VOLUME,
    f: (x) => tf.conv3d(x as R5, constant<tf.Rank.R5>([2, 2, 2, 2, 3], 2), stride, pad),
  },
  {
    name: `conv3d filter ${tag}`,
    shape: [2, 2, 2, 2, 3],
    f: (w) => tf.conv3d(constant<tf.Rank.R5>(VOLUME, 2), w as R5, stride, pad),
  },
  {
    name: `maxPool3d ${tag}`,
    shape: CUBE,
    values: 'spread',
    f: (x) => tf.maxPool3d(x as R5, 2, stride, pad),
  },
  { name: `avgPool3d ${tag}`, shape: CUBE, f: (x) => tf.avgPool3d(x as R5, 2, stride, pad) },
]);

const transposed = PADS.flatMap((pad): GradientCase[] => {
  const side = pad === 'same' ? 8 : 9;
  const out: [number, number, number, number] = [2, side, side, 2];
  return [
    {
      name: `conv2dTranspose input ${pad}`,
      shape: [2, 4, 4, 3],
      f: (x) => tf.conv2dTranspose(x as R4, constant<tf.Rank.R4>([3, 3, 2, 3], 5), out, 2, pad),
    },
    {
      name: `conv2dTranspose filter ${pad}`,
      shape: [3, 3, 2, 3],
      f: (w) => tf.conv2dTranspose(constant<tf.Rank.R4>([2, 4, 4, 3], 5), w as R4, out, 2, pad),
    },
  ];
});

const resized = [1, 2].flatMap((batch) =>
  (
    [
      [6, 6],
      [8, 5],
      [3, 3],
    ] as [number, number][]
  ).flatMap((size): GradientCase[] => {
    const tag = `to ${size.join('×')}, batch ${batch}`;
    return [
      {
        name: `resizeNearestNeighbor ${tag}`,
        shape: [batch, 3, 3, 2],
        f: (x) => tf.image.resizeNearestNeighbor(x as R4, size),
      },
      {
        name: `resizeBilinear ${tag}`,
        shape: [batch, 3, 3, 2],
        f: (x) => tf.image.resizeBilinear(x as R4, size),
      },
      {
        name: `resizeBilinear of a rectangle ${tag}`,
        shape: [batch, 3, 4, 2],
        f: (x) => tf.image.resizeBilinear(x as R4, size),
      },
    ];
  }),
);

/** Beyond the 174: pools whose windows hold negative values only, which a wrong start value of the maximum gets wrong. */
export const NEGATIVE_POOLS = places.flatMap(({ pad, stride, tag }): GradientCase[] => [
  {
    name: `maxPool 2 ${tag}, all negative`,
    shape: IMAGE,
    values: 'negative',
    f: (x) => tf.maxPool(x as R4, 2, stride, pad),
  },
  {
    name: `maxPool3d 2 ${tag}, all negative`,
    shape: CUBE,
    values: 'negative',
    f: (x) => tf.maxPool3d(x as R5, 2, stride, pad),
  },
]);

export const IMAGES: GradientCase[] = [...planes, ...depthwise, ...others, ...transposed, ...resized];
