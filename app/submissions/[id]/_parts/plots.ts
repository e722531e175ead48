import UPlot from 'uplot';
import type { Series } from './series.ts';

export type Plots = { draw(series: Series): void; destroy(): void };
type Words = Record<'loss' | 'accuracy' | 'training' | 'validation' | 'generator' | 'discriminator' | 'epoch', string>;

const HEIGHT = 230;

/** Two charts side by side: loss, and accuracy from 0 to 1. Training and validation keep their colours everywhere; each line is named at its end. */
export function makePlots(parent: HTMLElement, words: Words): Plots {
  const loss = makePlot(parent, words.loss, words, false);
  const accuracy = makePlot(parent, words.accuracy, words, true);
  const watch = new ResizeObserver(() => [loss, accuracy].forEach((plot) => plot.setSize({ width: widthOf(plot), height: HEIGHT })));
  watch.observe(parent);
  return {
    draw(series) {
      const names = series.isAdversarial ? [words.generator, words.discriminator] : [words.training, words.validation];
      names.forEach((name, i) => {
        loss.series[i + 1]!.label = name;
      });
      loss.setData([series.epoch, series.loss, series.valLoss]);
      accuracy.setData([series.epoch, series.accuracy, series.valAccuracy]);
      accuracy.root.parentElement!.hidden = series.epoch.length > 0 && [...series.accuracy, ...series.valAccuracy].every((v) => v === null);
    },
    destroy() {
      watch.disconnect();
      [loss, accuracy].forEach((plot) => {
        plot.destroy();
      });
      parent.replaceChildren();
    },
  };
}

const widthOf = (plot: UPlot): number => Math.max(200, plot.root.parentElement?.clientWidth ?? 0);

function makePlot(parent: HTMLElement, label: string, words: Words, isShare: boolean): UPlot {
  const box = parent.appendChild(document.createElement('div'));
  box.style.minWidth = '0';
  const axis = { stroke: colour('--text-2'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') } };
  const options: UPlot.Options = {
    width: Math.max(200, box.clientWidth),
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: isShare ? { range: [0, 1] } : {} },
    axes: [{ ...axis, label: words.epoch }, { ...axis, label, size: 68, values: (_plot, ticks) => ticks.map(tickText) }],
    series: [{}, line(words.training, '--brand'), { ...line(words.validation, '--now'), dash: [6, 4] }],
    hooks: { draw: [nameLines] },
  };
  return new UPlot(options, [[], [], []], box);
}

const line = (label: string, name: string): UPlot.Series => ({ label, stroke: colour(name), width: 2, points: { size: 4 } });
const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const tickText = (value: number): string => value.toLocaleString(document.documentElement.lang, { maximumSignificantDigits: 4 });

/** Writes each line's name at its last point, in its colour. */
function nameLines(plot: UPlot): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.font = `${12 * devicePixelRatio}px sans-serif`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  for (const i of [1, 2]) {
    const last = plot.data[i]!.findLastIndex((value) => value !== null && value !== undefined);
    if (last < 0) continue;
    const y = plot.valToPos(plot.data[i]![last]!, 'y', true);
    ctx.fillStyle = colour(i === 1 ? '--brand' : '--now');
    ctx.fillText(plot.series[i]!.label as string, bbox.left + bbox.width - 4, Math.max(bbox.top + 14 * devicePixelRatio, y - 6) + (i === 2 ? 18 * devicePixelRatio : 0));
  }
  ctx.restore();
}
