import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import { aQuestion, data, describeTrendSource, forgetful } from '../../testing/trend-contract.js';
import { placeOf } from '../trend-place.js';
import { createSemasDistrict } from './semas-district.js';

const keyOf = ({ sandbox }: StandIn) => sandbox.credentials.data_go_kr.DATA_GO_KR_SERVICE_KEY;

describeTrendSource('shops nearby', {
  provider: 'data_go_kr',
  path: '/B553077',
  create: (options, standIn, { districts }) =>
    createSemasDistrict({ ...options, serviceKey: keyOf(standIn), districts }),
});

describe('shops nearby', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await openStandIn();
  });
  afterEach(() => standIn.close());

  const create = () =>
    createSemasDistrict({
      ...standIn.options(standIn.sandbox.baseUrls.data_go_kr),
      serviceKey: keyOf(standIn),
      districts: data.districts,
    });
  function answer(items: readonly object[], totalCount = items.length) {
    const body = { header: { resultCode: '00' }, body: { items, totalCount, numOfRows: 1000, pageNo: 1 } };
    standIn.sandbox.addFault({
      provider: 'data_go_kr',
      fault: { kind: 'status', code: 200, body },
      times: 1,
    });
  }

  it('are counted by the classes of the register', async () => {
    answer([
      { indsMclsCd: 'I212', indsSclsCd: 'I21201', indsSclsNm: '카페' },
      { indsMclsCd: 'I201', indsSclsCd: 'I20101', indsSclsNm: '국수/칼국수' },
      { indsSclsNm: '카페' },
    ]);

    const [told] = await create().tell(aQuestion(), forgetful);

    expect(told?.text).toContain('가게 3곳, 그중 같은 업종 2곳입니다');
    expect(told?.confidence).toBe('medium');
  });

  it('are said to be counted in part when the register has more', async () => {
    answer([{ indsSclsNm: '카페' }], 1_412);

    const [told] = await create().tell(aQuestion(), forgetful);

    expect(told).toMatchObject({ confidence: 'low', text: expect.stringContaining('1곳까지만') });
  });

  it('are not asked for around a city hall in the store’s place', () => {
    const place = placeOf({ region: '서울 마포구' }, data.places);

    expect(create().blindTo(aQuestion({ place }))).toBe('no_place');
    expect(create().blindTo(aQuestion())).toBeUndefined();
  });

  it('are none at sea', async () => {
    const place = placeOf({ region: '경북 울릉', location: { lat: 37.5, lon: 130.9 } }, data.places);

    expect(await create().tell(aQuestion({ place }), forgetful)).toEqual([]);
  });
});
