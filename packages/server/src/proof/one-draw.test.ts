import { randomUUID } from 'node:crypto';
import { verifyVoid } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import {
  afterClosing,
  afterDraw,
  aLottery,
  openStage,
  type Stage,
  whileOpen,
} from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';

const apiToken = 'a-token-of-thirty-two-characters';
const headers = { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' };
const writing = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const files = [
  '',
  '/commitment.json',
  '/transcript.json',
  '/void.json',
  '/audit-heads.json',
  '/certificate.pdf',
];
const words = '직원의 응모가 명단에 섞여 있었습니다';

let stage: Stage;
let app: App;
let id: string;
let slug: string;

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, apiToken, requestsPerMinute: 10_000 });
  ({ id, slug } = await stage.publish(aLottery()));
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(id);
  for (let no = 1; no <= 6; no += 1) await stage.ktEvent.participate(slug, aPerson(no));
  for (const moment of [afterClosing, afterDraw]) {
    stage.moveTo(moment);
    await stage.ktEvent.advance(id);
  }
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const read = async (name: string) => (await app.inject({ url: `/draws/${slug}/${name}.json` })).body;

/** Addresses at which whoever holds the key of the API could ask for a draw, or against one. */
const addresses = () => [
  ...files.map((name) => `/draws/${slug}${name}`),
  `/draws/${slug}/winners`,
  ...['', '/draw', '/void', '/commitment'].map((name) => `/api/events/${id}${name}`),
  `/api/draws/${slug}`,
];

/** Those that took something in, in any way. */
async function taking(server: App): Promise<string[]> {
  const payload = JSON.stringify({ reason: 'list_wrong', words, again: true, draw_no: 2 });
  const found: string[] = [];
  for (const url of addresses())
    for (const method of writing) {
      const { statusCode } = await server.inject({ method, url, headers, payload });
      if (statusCode !== 404 && statusCode !== 405) found.push(`${method} ${url} ${statusCode}`);
    }
  return found;
}

describe('the one draw of a campaign', () => {
  it('cannot be asked for again, nor declared void, over HTTP', async () => {
    const before = await read('transcript');
    expect(await taking(app)).toEqual([]);
    expect(await read('transcript')).toBe(before);
    expect(JSON.parse(await read('void'))).toMatchObject({ status: 404 });
  });

  it('stays the same for whoever carries the campaign on again, and two at once', async () => {
    const before = await read('transcript');
    const another = await stage.openAnother();
    const asked = [stage.ktEvent, another].map((ktEvent) =>
      ktEvent.advance(id, { until: 'draw', again: true }),
    );
    await Promise.allSettled(asked);
    const { records } = await stage.ktEvent.auditChain(id);

    expect(await read('transcript')).toBe(before);
    expect(records.filter(({ type }) => type === 'DRAW' || type === 'COMMIT')).toHaveLength(2);
  });

  it('is void by the record that its organiser has signed, which everybody can read, and by no other', async () => {
    const signed = await stage.ktEvent.voidDraw(id, { reason: 'list_wrong', words });
    const transcript = JSON.parse(await read('transcript'));
    const shown = JSON.parse(await read('void'));

    expect(shown).toEqual(signed);
    expect(verifyVoid(transcript, shown).voided).toBe(true);
    const unsigned = { ...shown, signature: { ...shown.signature, value: '0'.repeat(128) } };
    expect(verifyVoid(transcript, unsigned).voided).toBe(false);
    expect(
      verifyVoid(transcript, { ...shown, record: { ...shown.record, event_id: 'cmp-000000000002' } }).voided,
    ).toBe(false);
    expect(await taking(app)).toEqual([]);
  });

  it('would be caught being asked for by an address that nobody closed', async () => {
    const open = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, requestsPerMinute: 10_000 });
    open.post('/api/events/:id/draw', async () => ({ drawn: true }));

    expect(await taking(open)).toEqual([`POST /api/events/${id}/draw 200`]);
    await open.close();
  });
});
