import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClovaVoice } from '../providers/clova/clova-voice.js';
import { createLocalMedia } from '../providers/local-media/local-media.js';
import type { MediaStore } from '../providers/media-store.js';
import type { SpeechModel } from '../providers/speech-model.js';
import { composeWav } from '../render/audio/compose-wav.js';
import { parseWav } from '../render/audio/parse-wav.js';
import { createProcessors, openDesigns, openRenderer } from '../render/index.js';
import type { Creative } from '../schema/creative.js';
import { createFakeFilms } from '../testing/fake-films.js';
import { aBrief, aConcept, aPlan } from '../testing/fixtures.js';
import { openStandIn, type StandIn } from '../testing/open-stand-in.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { generate } from './generate.js';
import { ringScript } from './ring-script.js';
import { makeVoice, spokenWords } from './voice.js';

const newFolder = temporaryFolders();
const brief = aBrief({ channels: ['ringo_biz'] });
const body = '12월 14일까지 라떼 3잔(5,000원)을 드려요. 문의 02-1234-5678';
const copy = { channel: 'ringo_biz' as const, title: '라떼', body, hashtags: [] };
const concept = aConcept({ copies: [copy] });
const plan = aPlan({ concepts: [concept, concept, concept] });
const entryUrl = () => 'http://127.0.0.1:8787/e/abcd1234';

let standIn: StandIn;
let speech: SpeechModel;
beforeAll(async () => {
  standIn = await openStandIn();
  const { NCP_CLOVA_VOICE_KEY_ID: keyId, NCP_CLOVA_VOICE_KEY: key } = standIn.sandbox.credentials.clova;
  speech = createClovaVoice({ ...standIn.options(standIn.sandbox.baseUrls.clova), keyId, key });
});
afterAll(() => standIn.close());

const newMedia = (): MediaStore => createLocalMedia({ folder: newFolder(), newId: () => 'id' });

/** A model that speaks a tone for as long as it is told to. */
function speaking(seconds: number): SpeechModel {
  const samples = Float32Array.from({ length: seconds * 16_000 }, (_, at) => Math.sin(at / 10) / 2);
  const wav = composeWav({ sampleRateHz: 16_000, samples });
  const speak = async () => ({ wav, madeBy: 'a tone' });
  return { provider: 'tone', mode: 'local', priceKrw: () => 0, speak };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const soundOf = (bytes: Uint8Array) => {
  const sound = parseWav(bytes);
  if (!sound) throw new Error('no WAV');
  return sound;
};

describe('the words of the ring-back tone', () => {
  const { script, changes } = ringScript({ brief, plan });

  it('are what is spoken, and what was written otherwise is shown', () => {
    expect(script).toContain('십이월 십사일까지 라떼 세 잔, 오천 원을 드려요.');
    expect(script).toContain('문의 공이, 일이삼사, 오육칠팔');
    expect(changes).toContainEqual({ from: '3잔', to: '세 잔' });
  });

  it('say of a made voice that it is one, and of a person nothing', () => {
    expect(spokenWords(script)).toMatch(/인공지능 음성으로 만들었습니다\.$/);
    expect(script).not.toContain('인공지능');
  });
});

describe('makeVoice', () => {
  it('keeps what it describes: 8 kHz, as long as the line wants, from the voice it names', async () => {
    const media = newMedia();
    const { script } = ringScript({ brief, plan });

    const creative = await makeVoice(script, { speech, media });

    const kept = await media.read(creative.path);
    expect(creative).toMatchObject({ kind: 'audio', text: spokenWords(script), mode: 'sandbox' });
    expect([creative.bytes, creative.sha256]).toEqual([kept.length, hashOf(kept)]);
    expect(creative.madeBy).toContain('nara');
    expect(soundOf(kept).sampleRateHz).toBe(8_000);
    expect(creative.durationMs).toBeGreaterThanOrEqual(20_000);
    expect(creative.durationMs).toBeLessThanOrEqual(40_000);
  });

  it.each([
    [1, 21_000], // nine times, with eight pauses of a second and a half
    [8, 27_000],
    [12, 25_500],
    [19, 39_500],
    [19.5, 20_000], // twice would be too long: silence instead
    [20, 20_000],
    [33, 33_000],
    [40, 40_000],
  ])('makes %d s of speech last %d ms', async (seconds, ms) => {
    const media = newMedia();
    const creative = await makeVoice('말', { speech: speaking(seconds), media });

    expect(creative.durationMs).toBe(ms);
    expect(soundOf(await media.read(creative.path)).samples).toHaveLength(ms * 8);
  });

  it('pauses before it says the same again', async () => {
    const media = newMedia();
    const { path } = await makeVoice('말', { speech: speaking(12), media });
    const { samples } = soundOf(await media.read(path));
    const [end, start] = [12 * 8_000, 13.5 * 8_000];

    expect(samples.slice(end, start).every((sample) => sample === 0)).toBe(true);
    expect(samples.slice(start)).toEqual(samples.slice(0, end));
  });

  it('would notice a recording that was kept as it was spoken', async () => {
    const { wav } = await speaking(12).speak('말');
    const careless = soundOf(wav);

    expect(careless.sampleRateHz).not.toBe(8_000);
    expect(careless.samples.length / careless.sampleRateHz).toBeLessThan(20);
  });

  it.each([40.5, 0])('refuses %d s of speech and keeps nothing', async (seconds) => {
    const media = newMedia();
    const speaks = makeVoice('말', { speech: speaking(seconds), media });

    await expect(speaks).rejects.toMatchObject({ code: 'USER_045' });
    await expect(media.read('creatives/ringo_biz/voice.wav')).rejects.toThrow();
  });

  it('gives the same bytes for the same words', async () => {
    const once = await makeVoice('오늘 할인합니다.', { speech, media: newMedia() });
    const again = await makeVoice('오늘 할인합니다.', { speech, media: newMedia() });

    expect(again).toEqual(once);
  });
});

const films = createFakeFilms();

describe('the creatives of a ring-back tone', async () => {
  const designs = await openDesigns();
  const renderer = openRenderer({ processors: createProcessors(1) });
  afterAll(() => renderer.close());
  const shown = (creatives: readonly Creative[]) =>
    creatives.filter(({ channel }) => channel === 'ringo_biz').map(({ id, kind }) => `${id} ${kind}`);

  it('are its words and its recording', async () => {
    const media = newMedia();
    const { script } = ringScript({ brief, plan });
    const voice = await makeVoice(script, { speech, media });

    const creatives = await generate({ brief, plan, entryUrl, voice }, { media, renderer, designs, films });

    expect(shown(creatives)).toEqual(['ringo_biz-voice audio', 'ringo_biz-text text']);
    expect(creatives[0]?.text).toBe(spokenWords(creatives[1]?.text ?? ''));
  });

  it('are its words alone without a voice', async () => {
    const creatives = await generate(
      { brief, plan, entryUrl },
      { media: newMedia(), renderer, designs, films },
    );

    expect(shown(creatives)).toEqual(['ringo_biz-text text']);
  });
});
