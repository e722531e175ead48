import { only, type Compile } from '../part.ts';
import { refuse } from '../plain-path.ts';

/** Zeros around images, which `padding` counts as [[top, bottom], [left, right]]. */
export const zeroPadding: Compile = (site, layer, inputs) => {
  if (layer['dataFormat'] === 'channelsFirst') refuse('images with channels first');
  const x = only(inputs);
  const [height, width, channels] = x.shape as [number, number, number];
  const [[top, bottom], [left, right]] = layer['padding'] as [[number, number], [number, number]];
  const y = site.value([top + height + bottom, left + width + right, channels]);
  const [line, wholeLine] = [width * channels, y.shape[1]! * channels];
  const { copyRuns } = site.heap.kernels;
  const start = 4 * (top * wholeLine + left * channels);
  return {
    outputs: [y],
    forward: (rows) => {
      site.heap.floats().fill(0, y.at / 4, y.at / 4 + rows * y.size);
      for (let row = 0; row < rows; row++)
        copyRuns(height, line, x.at + 4 * row * x.size, line, y.at + 4 * row * y.size + start, wholeLine);
    },
    backward: (rows, [from = 0], [to = 0]) => {
      for (let row = 0; to && row < rows; row++)
        copyRuns(height, line, from + 4 * row * y.size + start, wholeLine, to + 4 * row * x.size, line);
    },
  };
};
