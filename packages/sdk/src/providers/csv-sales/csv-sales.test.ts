import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createCsvSales } from './csv-sales.js';
import { readCsv } from './read-csv.js';

const read = (text: string) => createCsvSales({ text, source: '매출.csv' }).read();

describe('createCsvSales', () => {
  it.each([
    ['날짜,매출\n2026-12-01,1250000\n'],
    ['\uFEFFdate,sales\r\n2026-12-01,1250000\r\n'],
    ['일자,매장,매출액(원)\n2026.12.1,"카페 ""온도""","1,250,000원"'],
    ['Date,Amount\n2026/12/01 18:30:00,₩1 250 000'],
    ['날짜,금액\n20261201,1250000.00\n\n'],
    ['날짜,금액\n2026년 12월 1일,1250000'],
    ['날짜,금액\n2026. 12. 1.,1250000'],
  ])('reads %j', async (text) => {
    await expect(read(text)).resolves.toEqual([{ day: '2026-12-01', salesKrw: 1_250_000 }]);
  });

  it('reads the code page of Korean spreadsheets', async () => {
    // "날짜,매출" in CP949.
    const header = [0xb3, 0xaf, 0xc2, 0xa5, 0x2c, 0xb8, 0xc5, 0xc3, 0xe2, 0x0a];
    const bytes = Uint8Array.from([...header, ...new TextEncoder().encode('2026-12-01,5000')]);

    const sales = await createCsvSales({ bytes, source: 'pos.csv' }).read();

    expect(sales).toEqual([{ day: '2026-12-01', salesKrw: 5_000 }]);
  });

  it('adds up the receipts of a day, refunds included, and sorts by day', async () => {
    await expect(read('date,sales\n2026-12-02,10\n2026-12-01,7000\n2026-12-01,-2000')).resolves.toEqual([
      { day: '2026-12-01', salesKrw: 5_000 },
      { day: '2026-12-02', salesKrw: 10 },
    ]);
  });

  it('points at each wrong cell by line and column, and says what to write', async () => {
    const text = '날짜,메모,매출\n2026-12-01,"두\n줄",많음\n합계,,300\n2026-02-30,,1.5';

    await expect(read(text)).rejects.toMatchObject({
      code: 'USER_001',
      issues: [
        { path: ['rows', 0, 'salesKrw'], file: '매출.csv', line: 3, column: 4 },
        { path: ['rows', 1, 'day'], line: 4, column: 1 },
        { path: ['rows', 2, 'day'], line: 5, column: 1 },
        { path: ['rows', 2, 'salesKrw'], line: 5, column: 13 },
      ],
    });
  });

  it.each(['', '2026-12-01,5000', '날짜\n2026-12-01'])(
    'asks for a header when there is none: %j',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({
        code: 'USER_001',
        issues: expect.arrayContaining([expect.objectContaining({ path: ['header'], line: 1 })]),
      });
    },
  );
});

describe('readCsv', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', '가', ' ') });

  test.prop([fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 })])(
    'gives back what a writer of RFC 4180 quoted',
    (rows) => {
      const written = rows
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
      const kept = rows.filter((row) => row.some((one) => one.trim() !== ''));

      expect(readCsv(written).map((row) => row.map(({ text }) => text))).toEqual(kept);
    },
  );
});
