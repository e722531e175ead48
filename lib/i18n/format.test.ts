import { expect, test } from 'vitest';
import { instant } from '#lib/core/clock.ts';
import {
  formatAgo,
  formatBytes,
  formatDuration,
  formatInstant,
  formatNumber,
  formatPercent,
  formatScore,
  formatTerm,
  formatTick,
} from './format.ts';

test.each([
  [1250, '12,5', '12.5'],
  [10_000, '100', '100'],
  [5, '0,05', '0.05'],
])('%d hundredths are read with the sign of the language', (hundredths, tr, en) => {
  expect([formatScore(hundredths, 'tr'), formatScore(hundredths, 'en')]).toEqual([tr, en]);
});

test('numbers take comma or point, and percent stands where the language puts it', () => {
  expect([formatNumber(0.8754, 'tr'), formatNumber(0.8754, 'en')]).toEqual(['0,875', '0.875']);
  expect([formatPercent(0.875, 'tr', 1), formatPercent(0.875, 'en', 1)]).toEqual(['%87,5', '87.5%']);
});

test.each([
  [0.25, '0,25', '0.25'],
  [150_000, '150.000', '150,000'],
  [1_250_000, '1,25\u00a0Mn', '1.25M'],
])('the tick %d is short', (value, tr, en) => {
  expect([formatTick(value, 'tr'), formatTick(value, 'en')]).toEqual([tr, en]);
});

test.each([
  [60, '1 dakika', '1 minute'],
  [1500, '25 dakika', '25 minutes'],
  [5340, '89 dakika', '89 minutes'],
  [5400, '1 saat 30 dakika', '1 hour 30 minutes'],
  [7200, '2 saat', '2 hours'],
])('%d seconds are told in words', (seconds, tr, en) => {
  expect([formatDuration(seconds, 'tr'), formatDuration(seconds, 'en')]).toEqual([tr, en]);
});

test.each([
  ['2026-guz', '2026 güz', 'autumn 2026'],
  ['2027-bahar', '2027 bahar', 'spring 2027'],
  ['2027-2', '2027-2', '2027-2'],
  ['pilot', 'pilot', 'pilot'],
])('the term %s is told in words', (term, tr, en) => {
  expect([formatTerm(term, 'tr'), formatTerm(term, 'en')]).toEqual([tr, en]);
});

test('an instant is told in the zone of the course: Istanbul is three hours ahead of UTC', () => {
  const at = instant(Date.UTC(2026, 10, 23, 22, 30));
  expect(formatInstant(at, 'tr', 'Europe/Istanbul')).toBe('24 Kas 2026 01:30');
  expect(formatInstant(at, 'en', 'Europe/Istanbul')).toBe('24 Nov 2026, 01:30');
});

test.each([
  [-5, '0 saniye önce', '0 seconds ago'],
  [59, '59 saniye önce', '59 seconds ago'],
  [179, '2 dakika önce', '2 minutes ago'],
  [7200, '2 saat önce', '2 hours ago'],
  [90_000, '1 gün önce', '1 day ago'],
])('%d seconds past are told in the largest whole unit', (seconds, tr, en) => {
  const now = 1_800_000_000_000;
  expect([formatAgo(now - seconds * 1000, now, 'tr'), formatAgo(now - seconds * 1000, now, 'en')]).toEqual([
    tr,
    en,
  ]);
});

test.each([
  [0, '0 kB', '0 kB'],
  [444, '0,4 kB', '0.4 kB'],
  [999_900, '999,9 kB', '999.9 kB'],
  [12_345_678, '12,3 MB', '12.3 MB'],
  [5e11, '500 GB', '500 GB'],
  [2e15, '2.000 TB', '2,000 TB'],
])('%d bytes are told as disks are sold', (bytes, tr, en) => {
  expect([formatBytes(bytes, 'tr'), formatBytes(bytes, 'en')]).toEqual([tr, en]);
});
