import { expect, test } from 'vitest';
import { compareTurkish, fold } from './fold.ts';

test.each([
  ['AŞIRI ÖĞRENME', 'asiri ogrenme'], ['aşırı öğrenme', 'asiri ogrenme'], ['Asiri ogrenme', 'asiri ogrenme'], ['OVERFITTING', 'overfitting'],
  ['İLERİ YAYILIM', 'ileri yayilim'], ['MINI', 'mini'], ['over-fitting', 'over fitting'], ['  Kâr  ', 'kar'],
])('%s folds to %s', (text, folded) => expect(fold(text)).toBe(folded));

test('names sort as a Turkish reader expects', () => {
  expect(['Zeynep', 'Çağla', 'Ilgaz', 'İpek', 'Cem'].sort(compareTurkish)).toEqual(['Cem', 'Çağla', 'Ilgaz', 'İpek', 'Zeynep']);
});
