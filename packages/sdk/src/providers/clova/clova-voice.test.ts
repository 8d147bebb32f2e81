import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Http } from '../../http/http.js';
import { type ParsedWav, parseWav } from '../../render/audio/parse-wav.js';
import { durationMs } from '../../render/audio/sound.js';
import { openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import type { SpeechModel, Voice } from '../speech-model.js';
import { type ClovaVoiceOptions, createClovaVoice } from './clova-voice.js';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

const script = '오늘은 비가 오네요. 따뜻한 칼국수 어떠세요?';

function create(over: Partial<ClovaVoiceOptions> = {}): SpeechModel {
  const { NCP_CLOVA_VOICE_KEY_ID: keyId, NCP_CLOVA_VOICE_KEY: key } = standIn.sandbox.credentials.clova;
  return createClovaVoice({ ...standIn.options(standIn.sandbox.baseUrls.clova), keyId, key, ...over });
}

/** How the sandbox heard it: its tones last as long, and are as high, as the words would be. */
async function listen(model: SpeechModel, text = script, voice?: Voice) {
  const sound = parseWav((await model.speak(text, voice)).wav);
  if (!sound) throw new Error('no sound');
  return { ms: durationMs(sound), pitchHz: pitchOf(sound), peak: peakOf(sound) };
}

function peakOf({ samples }: ParsedWav): number {
  return samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
}

function pitchOf({ samples, sampleRateHz }: ParsedWav): number {
  const rises = samples.reduce(
    (count, sample, at) => count + Number(at > 0 && (samples[at - 1] ?? 0) < 0 && sample >= 0),
    0,
  );
  return (rises * sampleRateHz) / samples.length;
}

const calls = () => standIn.sandbox.requests('clova').length;

/** An adapter that hands our signs to the wire as they are. */
const uninverted =
  (http: Http): Http =>
  (request, signal) => {
    const { speed = '0', pitch = '0' } = request.form ?? {};
    const form = { ...request.form, speed: String(-speed), pitch: String(-pitch) };
    return http({ ...request, form }, signal);
  };

describe('clova voice', () => {
  it('speaks as a WAV of 16-bit mono', async () => {
    const { wav, madeBy } = await create().speak(script);

    expect(madeBy).toBe('clova-voice/nara');
    expect(parseWav(wav)).toMatchObject({ sampleRateHz: 16_000, missingBytes: 0 });
    expect(create()).toMatchObject({ provider: 'clova', mode: 'sandbox' });
  });

  it('speaks with the voice that was chosen', async () => {
    expect((await create({ speaker: 'nminsang' }).speak(script)).madeBy).toBe('clova-voice/nminsang');
    await expect(create({ speaker: 'nobody' }).speak(script)).rejects.toMatchObject({
      code: 'PROVIDER_001',
      context: { reason: '없는 목소리입니다 / there is no such speaker (VS02)' },
    });
  });

  it('says the same words the same way again', async () => {
    expect(await create().speak(script)).toEqual(await create().speak(script));
  });

  const speaksNaturally = async (model: SpeechModel) => {
    const usual = await listen(model);
    const [fast, slow] = [
      await listen(model, script, { rate: 5 }),
      await listen(model, script, { rate: -5 }),
    ];
    const [high, low] = [
      await listen(model, script, { pitch: 5 }),
      await listen(model, script, { pitch: -5 }),
    ];
    return {
      rate: fast.ms < usual.ms && usual.ms < slow.ms,
      pitch: high.pitchHz > usual.pitchHz && usual.pitchHz > low.pitchHz,
    };
  };

  it('is faster at a higher rate and higher at a higher pitch', async () => {
    expect(await speaksNaturally(create())).toEqual({ rate: true, pitch: true });
  });

  it('would notice an adapter that forgets that the wire is upside down', async () => {
    const { http } = standIn.options('');

    expect(await speaksNaturally(create({ http: uninverted(http) }))).toEqual({ rate: false, pitch: false });
  });

  it('is louder at a higher volume, and keeps within the scale of the wire', async () => {
    const [quiet, loud] = [
      await listen(create(), script, { volume: -5 }),
      await listen(create(), script, { volume: 5 }),
    ];

    expect(loud.peak).toBeGreaterThan(quiet.peak);
    expect((await listen(create(), script, { volume: 9, rate: 0.4 })).peak).toBe(loud.peak);
  });
});

describe('a script longer than one call', () => {
  const sentence = '따뜻한 칼국수가 기다리고 있어요. ';
  const long = sentence.repeat(250).trim();

  it('is spoken in parts and joined to one sound without the headers in between', async () => {
    const [one, whole] = [await listen(create(), sentence.repeat(100)), await listen(create(), long)];

    expect([...long].length).toBeGreaterThan(4_000);
    expect(calls()).toBe(1 + 3);
    expect(whole.ms / one.ms).toBeCloseTo(2.5, 1);
    // a header between them would be a click, louder than the words
    expect(whole.peak).toBeCloseTo(one.peak, 2);
  });

  it('stops at the part that fails', async () => {
    standIn.sandbox.addFault({ provider: 'clova', fault: { kind: 'quota' } });

    await expect(create().speak(long)).rejects.toMatchObject({ code: 'PROVIDER_001' });
    expect(calls()).toBe(1);
  });

  it('may be of characters that take two units each', async () => {
    await create().speak('𠮷'.repeat(2_000));

    expect(calls()).toBe(1);
  });
});

it('costs by the character, rounded up to a won', () => {
  expect(create().priceKrw('가'.repeat(1_000))).toBe(100);
  expect(create().priceKrw('🍜')).toBe(1);
  expect(create().priceKrw('')).toBe(0);
});
