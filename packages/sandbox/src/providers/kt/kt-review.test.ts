import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paintSeededPng } from '../../media/png.js';
import { encodeWav } from '../../media/wav.js';
import type { Sandbox } from '../../sandbox.js';
import { ktOrder } from '../../testing/kt-order.js';
import { advance, call, dayMs, hourMs, openTestSandbox, postJson } from '../../testing/open-test-sandbox.js';
import { jpegOfSize, serveBytes } from '../../testing/serve-bytes.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const bearer = () => ({ authorization: `Bearer ${sandbox.credentials.kt.KT_API_TOKEN}` });
const deploy = (order: object, key = 'k') =>
  postJson(`${sandbox.baseUrls.kt}/deploy`, order, { ...bearer(), 'idempotency-key': key });
const read = (id: unknown) => call(`${sandbox.baseUrls.kt}/deployments/${id}`, { headers: bearer() });
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const line = { channel: 'RINGO_BIZ', targeting: {} };
const script = '안녕하세요, 비오는날칼국수입니다. 지금 이벤트 중이에요.';
const hd = { width: 1920, height: 1080 };

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value, index * 4);
  });
  return bytes;
}

/** The headers of a film, its index at the end as cameras write it. Version 1 counts in 64 bits. */
function film(seconds: number, { widthPx = 1920, heightPx = 1080, version = 0 } = {}): Buffer {
  const long = version === 1;
  const times = long ? numbers(0, 0, 0, 0, 1_000, 0, seconds * 1_000) : numbers(0, 0, 1_000, seconds * 1_000);
  const header = box('mvhd', Buffer.from([version, 0, 0, 0]), times, Buffer.alloc(80));
  const sound = box('trak', box('tkhd', Buffer.alloc(84)));
  const picture = box('trak', box('tkhd', Buffer.alloc(76), numbers(widthPx * 65_536, heightPx * 65_536)));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom')),
    box('mdat', Buffer.alloc(64)),
    box('moov', header, sound, picture),
  ]);
}

const tone = (seconds: number, rate = 8_000) =>
  encodeWav({ durationMs: seconds * 1_000, frequencyHz: 440, loudness: 0.1 }, rate);

/** A tone whose header says something else at one place. */
function toneWith(at: number, value: number): Buffer {
  const bytes = tone(25);
  bytes.writeUInt16LE(value, at);
  return bytes;
}

const png = paintSeededPng({ widthPx: 1920, heightPx: 1080 }, 'screen');

describe('the review of kt', () => {
  /** Serves the file until the order is taken, then waits for the end of the review. */
  async function review(bytes: Buffer, creative: object, order: object = {}): Promise<string> {
    const server = await serveBytes(bytes);
    const file = { url: server.url, sha256: hash(bytes), ...creative };
    const { status, json } = await deploy(ktOrder({ ...order, creative: file }));
    await server.close();
    expect(status).toBe(202);
    await advance(sandbox, 8 * dayMs);
    const { json: after } = await read(json['deploymentId']);
    return [after['status'], after['reasonCode']].filter(Boolean).join(' ');
  }

  const image = { kind: 'image', ...hd };
  const video = { kind: 'video', ...hd };
  const audio = { kind: 'audio', script };
  const refused = 'REJECTED CREATIVE_SPEC';

  it.each([
    ['a PNG', png, image, {}, 'SCHEDULED'],
    ['a JPEG', jpegOfSize(1920, 1080), image, {}, 'SCHEDULED'],
    ['a film of 15 s', film(15), video, {}, 'SCHEDULED'],
    ['a film of 30 s, counted in 64 bits', film(30, { version: 1 }), video, {}, 'SCHEDULED'],
    ['a tone of 25 s', tone(25), audio, line, 'SCHEDULED'],
    ['a tone of 40 s at 16 kHz', tone(40, 16_000), audio, line, 'SCHEDULED'],
  ])('lets %s pass', async (_what, bytes, creative, order, state) => {
    expect(await review(bytes, creative, order)).toBe(state);
  });

  it.each([
    ['a picture that is declared larger than it is', jpegOfSize(1080, 1080), image, {}],
    ['a picture beyond 5 MB', Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]), image, {}],
    ['a film of 12 s', film(12), video, {}],
    ['an upright film', film(15, { widthPx: 1080, heightPx: 1920 }), video, {}],
    ['a film that breaks off before its index', film(15).subarray(0, 100), video, {}],
    ['a picture that is called a film', png, video, {}],
    ['a text that is called a picture', Buffer.from('<html>'), image, {}],
    ['another file than was declared', png, { ...image, sha256: 'ab'.repeat(32) }, {}],
    ['a tone of 15 s', tone(15), audio, line],
    ['a tone of 61 s', tone(61), audio, line],
    ['a tone at 44.1 kHz', tone(25, 44_100), audio, line],
    ['a tone in stereo', toneWith(22, 2), audio, line],
    ['a tone of 8 bits', toneWith(34, 8), audio, line],
    ['a compressed tone', toneWith(20, 85), audio, line],
  ])('rejects %s', async (_what, bytes, creative, order) => {
    expect(await review(bytes, creative, order)).toBe(refused);
  });

  it('rejects a file that cannot be fetched', async () => {
    const { json } = await deploy(ktOrder());
    await advance(sandbox, 8 * dayMs);

    expect((await read(json['deploymentId'])).json['reasonCode']).toBe('CREATIVE_SPEC');
  });

  it('skips the weekend: a script of Friday evening is heard on Monday morning', async () => {
    const { json } = await deploy(ktOrder({ ...line, creative: { kind: 'script', script }, schedule: soon }));
    const states = [];
    for (const hours of [13, 48, 1, 1]) {
      await advance(sandbox, hours * hourMs);
      states.push((await read(json['deploymentId'])).json['status']);
    }

    expect(states).toEqual(['IN_REVIEW', 'IN_REVIEW', 'APPROVED', 'ON_AIR']);
  });

  it('shows what is on the air, and neither what waits nor what has ended or was taken back', async () => {
    const server = await serveBytes(png);
    const creative = { ...image, url: server.url, sha256: hash(png), text: '겨울 행운 이벤트' };
    const { json } = await deploy(ktOrder({ creative }));
    const cancelled = await deploy(ktOrder({ creative }), 'other');
    const url = `${sandbox.baseUrls.kt}/deployments/${cancelled.json['deploymentId']}`;
    await call(url, { method: 'DELETE', headers: bearer() });
    const before = sandbox.shown();
    await advance(sandbox, 12 * dayMs);
    const during = sandbox.shown();
    await advance(sandbox, 14 * dayMs);
    await server.close();

    expect(before).toEqual([]);
    expect(during).toEqual([
      {
        provider: 'kt',
        channel: 'WOORIDONGNE_TV',
        externalId: json['deploymentId'],
        text: '겨울 행운 이벤트',
        media: [hash(png)],
        since: '2026-11-30T15:00:00.000Z',
      },
    ]);
    expect(sandbox.shown()).toEqual([]);
  });

  it('remembers after a crash what it saw, though the file is gone', async () => {
    const journalPath = join(mkdtempSync(join(tmpdir(), 'kt-journal-')), 'sandbox.jsonl');
    await sandbox.close();
    sandbox = await openTestSandbox({ journalPath });
    const fate = await review(jpegOfSize(640, 480), image);
    const server = await serveBytes(png);
    await deploy(ktOrder({ creative: { ...image, url: server.url, sha256: hash(png) } }), 'good');
    await server.close();
    await advance(sandbox, 9 * dayMs);
    const shown = sandbox.shown();
    await sandbox.close();
    sandbox = await openTestSandbox({ journalPath });

    expect(fate).toBe(refused);
    expect(shown).toMatchObject([{ media: [hash(png)] }]);
    expect(sandbox.shown()).toEqual(shown);
    rmSync(dirname(journalPath), { recursive: true });
  });

  it('says when a spot starts as soon as it has passed', async () => {
    const off = { ...image, url: 'https://media.example/spot.png', sha256: 'ab'.repeat(32) };
    const { json } = await deploy(ktOrder({ creative: off }));
    await advance(sandbox, 7 * dayMs);

    expect(json).not.toHaveProperty('startsAt');
    expect((await read(json['deploymentId'])).json['startsAt']).toBe('2026-11-30T15:00:00.000Z');
  });
});

const soon = { startDate: '2026-11-20', endDate: '2026-12-14' };
