import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { ktOrder } from '../../testing/kt-order.js';
import { advance, call, dayMs, hourMs, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const bearer = () => ({ authorization: `Bearer ${sandbox.credentials.kt.KT_API_TOKEN}` });
const deploy = (order: object, key = 'k1') =>
  postJson(`${sandbox.baseUrls.kt}/deploy`, order, { ...bearer(), 'idempotency-key': key });
const read = (id: unknown) => call(`${sandbox.baseUrls.kt}/deployments/${id}`, { headers: bearer() });

const script = { kind: 'script', script: '안녕하세요, 비오는날칼국수입니다. 지금 이벤트 중이에요.' };
const ringTone = {
  kind: 'audio',
  url: 'http://127.0.0.1:9/ring.wav',
  sha256: 'cd'.repeat(32),
  durationSec: 25,
  sampleRateHz: 16_000,
  script: script.script,
};

/** Off this machine, so it is not looked at. */
const picture = {
  kind: 'image',
  url: 'https://media.example/spot.png',
  sha256: 'ab'.repeat(32),
  width: 1920,
  height: 1080,
};

describe('kt', () => {
  it('takes an order, says that its protocol is assumed, and puts it on the air after five working days', async () => {
    const { status, headers, json } = await deploy(ktOrder({ creative: picture }));
    const id = json['deploymentId'];
    const states = [];
    for (const [wait] of [[0], [2 * hourMs], [7 * dayMs], [2 * hourMs], [4 * dayMs], [14 * dayMs]] as const) {
      await advance(sandbox, wait);
      states.push((await read(id)).json['status']);
    }

    expect(status).toBe(202);
    expect(headers.get('x-assumed-protocol')).toBe('true');
    expect(json['reviewEta']).toBe('2026-11-27T00:00:00.000Z');
    expect(states).toEqual(['RECEIVED', 'IN_REVIEW', 'SCHEDULED', 'SCHEDULED', 'ON_AIR', 'ENDED']);
  });

  it('reviews a ring tone by the next working day, over the weekend', async () => {
    const { json } = await deploy(ktOrder({ channel: 'RINGO_BIZ', creative: ringTone, targeting: {} }));

    expect(json['reviewEta']).toBe('2026-11-23T00:00:00.000Z');
  });

  it('does the work of a key once, and finds it by its reference', async () => {
    const [first, again] = [await deploy(ktOrder()), await deploy(ktOrder())];
    const other = await deploy(ktOrder({ reference: 'campaign-2' }));
    const url = `${sandbox.baseUrls.kt}/deployments?reference=campaign-1`;
    const found = await call(url, { headers: bearer() });

    expect(again.json).toEqual(first.json);
    expect(other.status).toBe(422);
    expect(found.json['deployments']?.['0']?.['deploymentId']).toBe(first.json['deploymentId']);
    expect(sandbox.publications()).toMatchObject([{ channel: 'WOORIDONGNE_TV', reference: 'campaign-1' }]);
  });

  it.each([
    ['WOORIDONGNE_TV', undefined],
    ['GENIE_TV_AD', undefined],
    ['RINGO_BIZ', script],
    ['RINGO_BIZ', ringTone],
  ])('takes for %s what this stage can make', async (channel, creative) => {
    const order = ktOrder({ channel, ...(creative ? { creative } : {}) });

    expect((await deploy(order)).status).toBe(202);
  });

  it.each([
    ['creative.width', { creative: { ...ringTone, kind: 'image', width: 1080, height: 1080 } }],
    ['creative.durationSec', { creative: { ...ringTone, kind: 'video', width: 1920, height: 1080 } }],
    ['creative.sha256', { creative: { ...picture, sha256: 'x' } }],
    ['creative.kind', { creative: script }],
    ['creative.durationSec', { channel: 'RINGO_BIZ', creative: { ...ringTone, durationSec: 61 } }],
    ['creative.script', { channel: 'RINGO_BIZ', creative: { kind: 'script', script: '짧다' } }],
    ['callbackUrl', { callbackUrl: 'ftp://127.0.0.1/kt' }],
    ['advertiser.businessNo', { advertiser: { businessNo: '12', name: 'x' } }],
    ['targeting.regionCodes', { targeting: {} }],
    ['schedule.endDate', { schedule: { startDate: '2026-12-10', endDate: '2026-12-01' } }],
  ])('refuses an order whose %s does not fit', async (field, change) => {
    const { status, headers, json } = await deploy(ktOrder(change));

    expect(status).toBe(422);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.stringify(json['errors'])).toContain(`"${field}"`);
    expect(sandbox.publications()).toEqual([]);
  });

  it('rejects after the review with a reason', async () => {
    const marked = await deploy(ktOrder({ note: 'SANDBOX_REJECT_LAW_REVIEW' }), 'a');
    const proofless = await deploy(ktOrder({ note: 'SANDBOX_REJECT_MISSING_EVIDENCE' }), 'b');
    const sound = await deploy(ktOrder({ creative: picture }), 'c');
    await advance(sandbox, 8 * dayMs);

    expect((await read(marked.json['deploymentId'])).json).toMatchObject({
      status: 'REJECTED',
      reasonCode: 'LAW_REVIEW',
    });
    expect((await read(proofless.json['deploymentId'])).json['reasonCode']).toBe('MISSING_EVIDENCE');
    expect((await read(sound.json['deploymentId'])).json).not.toHaveProperty('reasonCode');
  });

  it('cancels before airing and not after, and knows a sold-out region', async () => {
    const { json } = await deploy(ktOrder());
    const url = `${sandbox.baseUrls.kt}/deployments/${json['deploymentId']}`;
    const cancel = () => call(url, { method: 'DELETE', headers: bearer() });
    const full = await deploy(ktOrder({ targeting: { regionCodes: ['0000000000'] } }), 'k2');
    const aired = await deploy(ktOrder({ creative: picture }), 'k3');
    const cancelled = await cancel();
    await advance(sandbox, 20 * dayMs);
    const late = await call(`${sandbox.baseUrls.kt}/deployments/${aired.json['deploymentId']}`, {
      method: 'DELETE',
      headers: bearer(),
    });

    expect(full).toMatchObject({ status: 409, json: { type: 'urn:kt-event:sandbox:region-full' } });
    expect(cancelled.json['status']).toBe('CANCELLED');
    expect((await cancel()).status).toBe(200);
    expect(late).toMatchObject({ status: 409, json: { type: 'urn:kt-event:sandbox:too-late-to-cancel' } });
  });

  it('refuses a missing key and a wrong token', async () => {
    const keyless = await postJson(`${sandbox.baseUrls.kt}/deploy`, ktOrder(), bearer());
    const stranger = await postJson(`${sandbox.baseUrls.kt}/deploy`, ktOrder());

    expect([keyless.status, stranger.status]).toEqual([400, 401]);
    expect(keyless.headers.get('x-assumed-protocol')).toBe('true');
  });
});
