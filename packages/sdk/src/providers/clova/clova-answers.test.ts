import type { Fault } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Http } from '../../http/http.js';
import { openStandIn, type StandIn } from '../../testing/open-stand-in.js';
import type { SpeechModel } from '../speech-model.js';
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

function strike(fault: Fault, times = 1): void {
  standIn.sandbox.addFault({ provider: 'clova', fault, times });
}

const failureOf = (model: SpeechModel) => model.speak(script).catch((error) => error);
const calls = () => standIn.sandbox.requests('clova').length;
const gatewayError = (errorCode: string) => ({ error: { errorCode, message: 'as told', details: '' } });

/** The answers of a service that calls everything a sound. */
const asAudio =
  (http: Http): Http =>
  async (request, signal) => {
    const response = await http(request, signal);
    return { ...response, headers: { ...response.headers, 'content-type': 'audio/wav' } };
  };

describe('a refusal', () => {
  it('for want of a quota, or of a tick in the console, is not asked for again', async () => {
    strike({ kind: 'quota' });

    const error = await failureOf(create());
    expect(error).toMatchObject({ code: 'PROVIDER_001', spec: { retryable: false } });
    expect(error.message).toMatch(/콘솔.*console/);
    expect(error.issues[0].message.en).toContain('console');
    expect(calls()).toBe(1);
  });

  it.each(['410', '420'])('for being too fast (429/%s) is only put off', async (errorCode) => {
    strike({ kind: 'status', code: 429, body: gatewayError(errorCode) });
    expect((await create().speak(script)).madeBy).toBe('clova-voice/nara');

    strike({ kind: 'status', code: 429, body: gatewayError(errorCode) }, 50);
    await expect(create().speak(script)).rejects.toMatchObject({ code: 'PROVIDER_002' });
  });

  it('of the key names no key', async () => {
    const error = await failureOf(create({ key: 'wrong-key-of-clova' }));

    expect(error).toMatchObject({ code: 'AUTH_002' });
    expect(JSON.stringify([error, error.stack])).not.toContain('wrong-key-of-clova');
  });

  it('in the words of the service has a plain reason in both languages, with the code', async () => {
    const body = { errorCode: 'VS06', errorMessage: 'text parameter exceeds max length.' };
    strike({ kind: 'status', code: 400, body });

    await expect(create().speak(script)).rejects.toMatchObject({
      code: 'PROVIDER_001',
      context: { reason: '글이 너무 깁니다 / the text is too long (VS06)' },
      issues: [{ message: { ko: '글이 너무 깁니다', en: 'the text is too long' } }],
    });
    expect(calls()).toBe(1);
  });

  it('of a script without words costs no call', async () => {
    await expect(create().speak(' \n ')).rejects.toMatchObject({ code: 'USER_045' });
    expect(calls()).toBe(0);
  });
});

describe('an answer that is no sound', () => {
  it('may come of a script of signs alone, which are not spoken', async () => {
    await expect(create().speak('★🍜★')).rejects.toMatchObject({ code: 'PROVIDER_004' });
  });

  it.each<[string, Fault, RegExp]>([
    ['empty', { kind: 'status', code: 200, body: '' }, /empty body/],
    ['an error in JSON', { kind: 'body_error' }, /JSON instead of audio/],
    ['cut short', { kind: 'truncated_json' }, /cut short by \d+ bytes/],
    ['a page', { kind: 'html_200' }, /not a WAV/],
  ])('because it is %s is not believed, whatever type it has', async (_, fault, reason) => {
    const { http } = standIn.options('');
    for (const voice of [create(), create({ http: asAudio(http) })]) {
      standIn.sandbox.clearFaults();
      strike(fault);
      expect((await voice.speak(script)).wav.length).toBeGreaterThan(32_000); // asked for again: it harms nobody

      strike(fault, 50);
      const error = await failureOf(voice);
      expect(error).toMatchObject({ code: 'PROVIDER_004' });
      expect(error.context.reason).toMatch(reason);
    }
  });

  it('but of another name is one all the same', async () => {
    strike({ kind: 'wrong_content_type' });

    expect((await create().speak(script)).wav.length).toBeGreaterThan(32_000);
  });
});

describe('trouble on the way', () => {
  it.each<Fault>([
    { kind: 'accept_then_drop' },
    { kind: 'reset_before' },
    { kind: 'status', code: 500, body: { errorCode: 'VS99', errorMessage: 'Internal server error.' } },
    { kind: 'status', code: 504, body: gatewayError('510') },
  ])('($kind) is met by asking once more', async (fault) => {
    strike(fault);

    expect((await create().speak(script)).wav.length).toBeGreaterThan(32_000);
    expect(calls()).toBe(2);
  });

  it('that lasts is told', async () => {
    await expect(create({ baseUrl: standIn.deadUrl }).speak(script)).rejects.toMatchObject({
      code: 'PROVIDER_005',
    });
  });

  it('is none when nobody wants the words any more', async () => {
    const spoken = create().speak(script, {}, AbortSignal.abort());

    await expect(spoken).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('would notice an adapter that takes every 429 for a used-up quota', async () => {
  const { http } = standIn.options('');
  const hasty: Http = async (request, signal) => {
    const response = await http(request, signal);
    const bytes = Buffer.from(JSON.stringify(gatewayError('400')));
    return response.status === 429 ? { ...response, bytes } : response;
  };
  strike({ kind: 'status', code: 429, body: gatewayError('410') });

  await expect(create({ http: hasty }).speak(script)).rejects.toMatchObject({ code: 'PROVIDER_001' });
});
