import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Campaign, verifyTranscript } from '@kt-event/sdk';
import { browserFiles } from '@kt-event/verifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import {
  aFirstCome,
  afterClosing,
  afterDraw,
  aLottery,
  openStage,
  type Stage,
  whileOpen,
} from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';

let stage: Stage;
let app: App;
let campaign: Campaign;
let verified = 0;

const get = (path = '') => app.inject({ url: `/draws/${campaign.slug}${path}` });

beforeAll(async () => {
  stage = await openStage();
  campaign = await stage.publish(aLottery());
  const { ktEvent } = stage;
  const verify = (transcript: unknown) => {
    verified += 1;
    return ktEvent.verify(transcript);
  };
  app = await createApp({ ktEvent: { ...ktEvent, verify }, newId: randomUUID });
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

describe('the proof of a draw', () => {
  it('says when the draw will be, before the list is fixed', async () => {
    const page = await get();

    expect(page.body).toContain('아직 응모자 명단이 확정되지 않았습니다. 추첨은 12월 4일 (금) 12:00입니다');
    expect((await get('/commitment.json')).statusCode).toBe(404);
    expect((await get('/transcript.json')).statusCode).toBe(404);
    expect((await get('/certificate.pdf')).statusCode).toBe(404);
  });

  it('publishes the commitment between the closing and the draw', async () => {
    stage.moveTo(whileOpen);
    await stage.ktEvent.advance(campaign.id);
    for (let no = 1; no <= 6; no += 1) await stage.ktEvent.participate(campaign.slug, aPerson(no));
    stage.moveTo(afterClosing);
    await stage.ktEvent.advance(campaign.id);

    const page = await get();

    expect(page.body).toContain('6명, 응모권 6장');
    expect(page.body).toContain('명단을 확정했습니다. 당첨자는 12월 4일 (금) 12:00에 나오는 난수로');
    expect(page.body).toMatch(/약속 지문<\/dt><dd><code class="fingerprint">([0-9a-f]{4} ?){4}<\/code>/);
    expect((await get('/transcript.json')).statusCode).toBe(404);
  });

  it('lets anybody verify the draw from what can be downloaded', async () => {
    const committed = (await get('/commitment.json')).json();
    stage.moveTo(afterDraw);
    await stage.ktEvent.advance(campaign.id);

    const transcript = (await get('/transcript.json')).json();

    expect(verifyTranscript(transcript)).toMatchObject({ valid: true, level: 'operator' });
    expect(transcript.commitment).toEqual(committed.commitment);
    expect(transcript.results).toHaveLength(5);
  });

  it('leaves the transcript and the page that checks it in the folder of the campaign', async () => {
    const read = (name: string) => readFile(join(campaign.folder, 'draw', name), 'utf8');

    expect(JSON.parse(await read('transcript.json'))).toEqual((await get('/transcript.json')).json());
    expect(await read('verify.html')).toBe(await readFile(browserFiles.page, 'utf8'));
  });

  it('hands out what visitors check it with', async () => {
    const [script, style, page] = await Promise.all(
      ['verify.js', 'checks.css', 'verify.html'].map((name) => app.inject({ url: `/assets/${name}` })),
    );

    expect(script?.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(style?.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(page?.headers['content-disposition']).toBe('attachment; filename="verify.html"');
    expect(page?.body).toContain("default-src 'none'");
  });

  it('shows where an entry stands to whoever knows its number, thirty times a minute', async () => {
    const { results } = (await get('/transcript.json')).json();
    const [{ index, entry_id, weight, owner_tag, path }] = results;
    const ask = (id: string) => get(`/inclusion/${id}`);

    expect((await ask(entry_id)).json()).toEqual({ index, entry_id, weight, owner_tag, path });
    const unknown = await ask('0'.repeat(32));
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'USER_090']);
    const statuses: number[] = [];
    for (let no = 3; no <= 32; no += 1) statuses.push((await ask(entry_id)).statusCode);
    expect(statuses.slice(0, 28)).not.toContain(429);
    expect(statuses.slice(28)).toEqual([429, 429]);
  });

  it('would not verify with another winner', async () => {
    const transcript = (await get('/transcript.json')).json();
    [transcript.results[0].entry_id, transcript.results[1].entry_id] = [
      transcript.results[1].entry_id,
      transcript.results[0].entry_id,
    ];

    expect(verifyTranscript(transcript).valid).toBe(false);
  });

  it('shows every check, what it proves and what it does not, and who won by number', async () => {
    const { body } = await get();
    const { results } = (await get('/transcript.json')).json();

    expect(body).toContain('추첨이 끝났고, 검증을 모두 통과했습니다');
    expect(body).not.toContain('✗');
    expect(body).toContain('주최자의 비밀값 (조작을 막지는 못합니다)');
    expect(body).toContain('증명하지 못하는 것');
    for (const { entry_id } of results) expect(body).toContain(`<code>${entry_id}</code>`);
    expect(body).not.toMatch(/손님|7700/);
  });

  it('is there on paper, the same to the byte for everybody, and linked', async () => {
    const [one, same] = await Promise.all([get('/certificate.pdf'), get('/certificate.pdf')]);

    expect(one.headers['content-type']).toBe('application/pdf');
    expect(one.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.rawPayload.equals(same.rawPayload)).toBe(true);
    expect((await get()).body).toContain(`href="/draws/${campaign.slug}/certificate.pdf"`);
  });

  it('is judged once, however many look', async () => {
    verified = 0;

    await Promise.all([get(), get(), get()]);

    expect(verified).toBe(0);
  });

  it('is not there for a first-come event, nor for an unknown one', async () => {
    stage.moveTo('2026-11-20T10:00:00+09:00');
    const { slug } = await stage.publish(aFirstCome(1));
    const answers = await Promise.all([slug, 'zzzz'].map((name) => app.inject({ url: `/draws/${name}` })));

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  });
});
