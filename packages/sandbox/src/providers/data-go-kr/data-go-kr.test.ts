import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { openTestSandbox } from '../../testing/open-test-sandbox.js';
import { callRaw } from '../../testing/raw-client.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const forecast = '1360000/VilageFcstInfoService_2.0/getVilageFcst';
const festivals = 'B551011/KorService2/searchFestival2';
const stores = 'B553077/api/open/sdsc2/storeListInRadius';

const asks = {
  [forecast]: {
    dataType: 'JSON',
    base_date: '20261120',
    base_time: '1700',
    nx: '60',
    ny: '127',
    numOfRows: '1000',
  },
  [festivals]: {
    MobileOS: 'ETC',
    MobileApp: 'test',
    _type: 'json',
    eventStartDate: '20261120',
    numOfRows: '100',
  },
  [stores]: { type: 'json', radius: '500', cx: '127.02', cy: '37.5', numOfRows: '1000' },
};

async function ask(path: keyof typeof asks, changes: Readonly<Record<string, string>> = {}) {
  const serviceKey: string = sandbox.credentials.data_go_kr.DATA_GO_KR_SERVICE_KEY;
  const query = new URLSearchParams({ serviceKey, ...asks[path], ...changes });
  const { status, body } = await callRaw(`${sandbox.baseUrls.data_go_kr}/${path}?${query}`, {});
  return { status, text: body.toString('utf8') };
}
const asJson = (text: string) => JSON.parse(text);

describe('data.go.kr', () => {
  it.each([forecast, festivals, stores] as const)(
    'hides a wrong key of %s in XML under 200',
    async (path) => {
      const { status, text } = await ask(path, { serviceKey: 'wrong' });

      expect(status).toBe(200);
      expect(text).toContain('<returnReasonCode>30</returnReasonCode>');
    },
  );

  it('refuses the thousand and first call of a day, of that service alone', async () => {
    const one = () => ask(festivals, { numOfRows: '1' });
    for (let hundred = 0; hundred < 10; hundred += 1) await Promise.all(Array.from({ length: 100 }, one));

    expect((await ask(festivals)).text).toContain('<returnReasonCode>22</returnReasonCode>');
    expect((await ask(forecast)).text).toContain('NORMAL_SERVICE');
  });

  it('forecasts hour by hour in texts, three days ahead', async () => {
    const { items, totalCount } = asJson((await ask(forecast)).text).response.body;

    expect(items.item).toHaveLength(totalCount);
    expect(items.item[0]).toMatchObject({ category: 'TMP', fcstDate: '20261120', fcstTime: '1800' });
    expect(items.item.at(-1).fcstDate).toBe('20261123');
    expect(items.item.every((row: { fcstValue: unknown }) => typeof row.fcstValue === 'string')).toBe(true);
  });

  it.each([
    [{ base_time: '1600' }, '10'],
    [{ nx: '0' }, '10'],
    [{ base_time: '' }, '11'],
    [{ base_time: '2000' }, '03'],
    [{ base_date: '20261118' }, '03'],
  ])('has no forecast for %j', async (changes, code) => {
    expect(asJson((await ask(forecast, changes)).text).response.header.resultCode).toBe(code);
  });

  it('gives a list of festivals, one of them alone, and none as an empty text', async () => {
    const itemsOf = async (changes: Record<string, string>) =>
      asJson((await ask(festivals, changes)).text).response.body.items;

    expect(Array.isArray((await itemsOf({ lDongRegnCd: '11' })).item)).toBe(true);
    expect((await itemsOf({ lDongRegnCd: '31' })).item).toMatchObject({ lDongRegnCd: '31' });
    expect(await itemsOf({ eventStartDate: '20991231' })).toBe('');
    expect((await ask(festivals, { _type: '' })).text).toContain('<');
  });

  it('counts businesses nearby, page by page, and knows none at sea', async () => {
    const { body } = asJson((await ask(stores, { numOfRows: '5', pageNo: '2' })).text);

    expect(body).toMatchObject({ numOfRows: 5, pageNo: 2 });
    expect(body.totalCount).toBeGreaterThan(10);
    expect(asJson((await ask(stores, { cx: '131.5' })).text).header.resultCode).toBe('03');
    expect(asJson((await ask(stores, { radius: '2001' })).text).header.resultCode).toBe('10');
  });
});
