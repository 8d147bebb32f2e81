import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { call, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const post = (name: string, body: unknown, key: string = sandbox.credentials.nts.DATA_GO_KR_SERVICE_KEY) =>
  postJson(
    `${sandbox.baseUrls.nts}/api/nts-businessman/v1/${name}?serviceKey=${encodeURIComponent(key)}`,
    body,
  );

describe('nts', () => {
  it('knows active, suspended and closed businesses', async () => {
    const { json } = await post('status', { b_no: ['1248100998', '1208147521', '1208800767'] });

    expect(json).toMatchObject({
      match_cnt: 3,
      data: [{ b_stt_cd: '01' }, { b_stt_cd: '02' }, { b_stt_cd: '03', end_dt: '20251231' }],
    });
  });

  it('answers 200 without a count for a number nobody registered', async () => {
    const { status, json } = await post('status', { b_no: ['1111111119'] });

    expect(status).toBe(200);
    expect(json).not.toHaveProperty('match_cnt');
    expect(json['data']?.['0']).toMatchObject({
      b_stt_cd: '',
      tax_type: '국세청에 등록되지 않은 사업자등록번호입니다.',
    });
  });

  it('confirms an owner and a start date, and leaves the count out when none fits', async () => {
    const right = { b_no: '1248100998', start_dt: '20200101', p_nm: '홍길동' };

    const valid = await post('validate', { businesses: [right] });
    const invalid = await post('validate', { businesses: [{ ...right, p_nm: '홍길순' }] });

    expect(valid.json).toMatchObject({ valid_cnt: 1, data: [{ valid: '01', status: { b_stt_cd: '01' } }] });
    expect(invalid.json).toMatchObject({ data: [{ valid: '02', valid_msg: '확인할 수 없습니다.' }] });
    expect(invalid.json).not.toHaveProperty('valid_cnt');
  });

  it('refuses missing fields with 411, too many rows with 413 and broken JSON with 400', async () => {
    const tooMany = Array.from({ length: 101 }, () => '1248100998');
    const key = encodeURIComponent(sandbox.credentials.nts.DATA_GO_KR_SERVICE_KEY);
    const broken = await call(`${sandbox.baseUrls.nts}/status?serviceKey=${key}`, {
      method: 'POST',
      body: '{',
    });

    expect((await post('status', {})).status).toBe(411);
    expect((await post('status', { b_no: tooMany })).status).toBe(413);
    expect(broken.json['status_code']).toBe('BAD_JSON_REQUEST');
  });

  it('refuses a key that was encoded twice or not at all', async () => {
    const { DATA_GO_KR_SERVICE_KEY: key } = sandbox.credentials.nts;

    const twice = await post('status', { b_no: ['1248100998'] }, encodeURIComponent(key));
    const never = await postJson(`${sandbox.baseUrls.nts}/status?serviceKey=${key}`, {
      b_no: ['1248100998'],
    });

    expect(twice).toMatchObject({ status: 401, json: { code: -4 } });
    expect(never).toMatchObject({ status: 401, json: { code: -4 } });
  });
});
