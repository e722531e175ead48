import { stringify } from 'csv-stringify/sync';

/**
 * A table for Turkish spreadsheet programs: `;` between cells, a byte-order mark so that they read UTF-8, CRLF lines. A cell that such a
 * program would take for a formula (it starts with = + - @, a tab or a carriage return) gets an apostrophe in front (OWASP, "CSV Injection").
 */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(rows.map((row) => row.map(cellOf)), { delimiter: ';', bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });

const cellOf = (value: string | number): string => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value));
