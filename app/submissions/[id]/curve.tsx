'use client';

import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

export type Point = { epoch: number; logs: Record<string, number | null> };
export type CurveText = { epoch: string; loss: string; accuracy: string; curve: string };

const HEIGHT = 220;

/** Loss and accuracy by epoch, drawn as they arrive, with the same numbers as a table below. */
export function Curve({ points, text }: { points: Point[]; text: CurveText }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot>(null);
  const latest = useRef(points);
  useEffect(() => {
    let gone = false;
    void import('uplot').then(({ default: Plot }) => {
      if (gone || !place.current) return;
      chart.current = new Plot(options(place.current.clientWidth, text), columns(latest.current), place.current);
    });
    return () => {
      gone = true;
      chart.current?.destroy();
      chart.current = null;
    };
  }, [text]);
  useEffect(() => {
    latest.current = points;
    chart.current?.setData(columns(points));
  }, [points]);
  return (
    <figure className="grid gap-2">
      <figcaption className="font-semibold">{text.curve}</figcaption>
      <div ref={place} aria-hidden className="min-h-64 w-full max-w-3xl" />
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{text.epoch} · {text.loss} · {text.accuracy}</summary>
        <table className="tabular-nums">
          <thead><tr><th scope="col" className="pr-6 text-left">{text.epoch}</th><th scope="col" className="pr-6 text-right">{text.loss}</th><th scope="col" className="text-right">{text.accuracy}</th></tr></thead>
          <tbody>
            {points.map((p) => <tr key={p.epoch}><th scope="row" className="text-left font-normal">{p.epoch}</th><td className="pr-6 text-right">{show(p.logs.loss)}</td><td className="text-right">{show(accuracyOf(p))}</td></tr>)}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const accuracyOf = (p: Point) => p.logs.acc ?? p.logs.accuracy ?? null;
const show = (value: number | null | undefined) => (typeof value === 'number' ? value.toPrecision(4) : '–');

const columns = (points: Point[]): uPlot.AlignedData => [points.map((p) => p.epoch), points.map((p) => p.logs.loss ?? null), points.map(accuracyOf)];

function options(width: number, text: CurveText): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = { stroke: colour('--text-2'), grid: { stroke: colour('--line'), width: 1 } };
  return {
    width,
    height: HEIGHT,
    scales: { x: { time: false }, accuracy: { range: [0, 1] } },
    axes: [{ ...axis, label: text.epoch }, { ...axis, label: text.loss }, { ...axis, label: text.accuracy, scale: 'accuracy', side: 1 }],
    series: [{ label: text.epoch }, { label: text.loss, stroke: colour('--now'), width: 2 }, { label: text.accuracy, stroke: colour('--brand'), width: 2, scale: 'accuracy' }],
  };
}
