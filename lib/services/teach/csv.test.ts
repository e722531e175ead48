import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

const BOM = '\ufeff';

test.each([
  ['cells stand between semicolons, lines end as Windows ends them, a mark says UTF-8', [['Işıl', 1], ['Ö', 2]], `${BOM}Işıl;1\r\nÖ;2\r\n`],
  ['a semicolon, a quote or a line end inside a cell is quoted', [['a;b', 'say "x"', 'l1\nl2']], `${BOM}"a;b";"say ""x""";"l1\nl2"\r\n`],
  ['formulas become text', [['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)']], `${BOM}"'=HYPERLINK(""x"")";'+1;'-1;'@SUM(A1)\r\n`],
  ['a tab or a carriage return in front of a formula hides none', [['\t=1', '\r=1']], `${BOM}'\t=1;"'\r=1"\r\n`],
  ['a formula sign inside a name stays as it is', [['Ali-Veli', 'a=b']], `${BOM}Ali-Veli;a=b\r\n`],
  ['a number below zero is a number', [[-1]], `${BOM}-1\r\n`],
])('%s', (_name, rows, csv) => {
  expect(toCsv(rows)).toBe(csv);
});
