import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { toCsv } from './to-csv.js';

it('begins with a byte order mark and ends its lines as Windows does', () => {
  expect(
    toCsv([
      ['이름', '전화'],
      ['정재훈', '01012345678'],
    ]),
  ).toBe('\uFEFF"이름","전화"\r\n"정재훈","\'01012345678"\r\n');
});

it.each([
  '=HYPERLINK("http://bad.example","눌러요")',
  '+82-10',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
])('makes %j harmless', (field) => {
  const [, cell = ''] = /^\uFEFF"(.*)"\r\n$/su.exec(toCsv([[field]])) ?? [];

  expect(cell.startsWith("'")).toBe(true);
  expect(cell).not.toMatch(/[\r\n]/);
});

test.prop([fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 })])(
  'keeps every row on one line, and no field begins like a formula',
  (fields) => {
    const text = toCsv([fields]);

    expect(text.slice(0, -2)).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/(?:^\uFEFF|,)"[=+\-@\t\r]/u);
  },
);
