import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { openTestSandbox } from '../../testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

function keyHeaders(): Record<string, string> {
  const { NCP_CLOVA_VOICE_KEY_ID: keyId, NCP_CLOVA_VOICE_KEY: key } = sandbox.credentials.clova;
  return { 'x-ncp-apigw-api-key-id': keyId, 'x-ncp-apigw-api-key': key };
}

function speak(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${sandbox.baseUrls.clova}/tts-premium/v1/tts`, {
    method: 'POST',
    headers: { ...keyHeaders(), ...headers },
    body: new URLSearchParams({ speaker: 'nara', text: '비 오는 날 칼국수', ...parameters }),
  });
}

async function readWav(
  response: Promise<Response>,
): Promise<{ seconds: number; magic: string; rateHz: number }> {
  const bytes = Buffer.from(await (await response).arrayBuffer());
  return {
    seconds: bytes.readUInt32LE(40) / bytes.readUInt32LE(28),
    magic: bytes.toString('latin1', 0, 4),
    rateHz: bytes.readUInt32LE(24),
  };
}

describe('clova', () => {
  it('answers with a WAV whose length follows the text, twice as short at speed -5', async () => {
    const usual = await readWav(speak({ format: 'wav' }));
    const fast = await readWav(speak({ format: 'wav', speed: '-5' }));

    expect(usual.magic).toBe('RIFF');
    expect(usual.seconds).toBeCloseTo(1.4, 2);
    expect(fast.seconds).toBeCloseTo(0.7, 2);
  });

  it('is silent about symbols and what stands in brackets', async () => {
    const plain = await readWav(speak({ format: 'wav', text: '칼국수 한 그릇' }));
    const marked = await readWav(speak({ format: 'wav', text: '(광고)칼국수 [오늘]한 ★그릇' }));

    expect(marked.seconds).toBe(plain.seconds);
  });

  it.each(['8000', '16000', '24000', '48000'])('has the rate that was asked for, %s Hz', async (rate) => {
    const { rateHz, seconds } = await readWav(speak({ format: 'wav', 'sampling-rate': rate }));

    expect(rateHz).toBe(Number(rate));
    expect(seconds).toBeCloseTo(1.4, 2);
  });

  it('has 24 kHz when none was asked for, and 16 kHz of a speaker that has no other', async () => {
    expect((await readWav(speak({ format: 'wav' }))).rateHz).toBe(24_000);
    expect((await readWav(speak({ format: 'wav', speaker: 'mijin' }))).rateHz).toBe(16_000);
  });

  it('answers with whole MP3 frames by default', async () => {
    const response = await speak({});
    const bytes = Buffer.from(await response.arrayBuffer());

    expect(response.headers.get('content-type')).toBe('audio/mpeg');
    expect(bytes.length % 96).toBe(0);
    expect(bytes.subarray(96, 100)).toEqual(Buffer.from([0xff, 0xf3, 0x44, 0xc0]));
  });

  it('counts the limit of 2,000 in characters, not in UTF-16 units', async () => {
    const allowed = await speak({ text: '🍜'.repeat(2_000) });
    const refused = await speak({ text: '가'.repeat(2_001) });

    expect(allowed.status).toBe(200);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errorCode: 'VS06' });
  });

  it.each([
    [{ speaker: '' }, 'VS01'],
    [{ speaker: 'nobody' }, 'VS02'],
    [{ speed: '' }, 'VS03'],
    [{ speed: '1.5' }, 'VS04'],
    [{ speed: '6' }, 'VS04'],
    [{ text: '' }, 'VS05'],
    [{ volume: '9' }, 'VS07'],
    [{ pitch: '-9' }, 'VS08'],
    [{ pitch: '' }, 'VS08'],
    [{ alpha: '6' }, 'VS09'],
    [{ format: 'ogg' }, 'VS10'],
    [{ 'sampling-rate': '22050' }, 'VS11'],
    [{ speaker: 'mijin', 'sampling-rate': '8000' }, 'VS11'],
    [{ emotion: '4' }, 'VS12'],
    [{ 'emotion-strength': '3' }, 'VS13'],
    [{ 'end-pitch': '-6' }, 'VS14'],
  ])('refuses %o with %s', async (parameters: Record<string, string>, errorCode) => {
    const response = await speak(parameters);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errorCode });
  });

  it('refuses a wrong key in the shape of the gateway', async () => {
    const response = await speak({}, { 'x-ncp-apigw-api-key': 'wrong' });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { errorCode: '200' } });
  });

  it('refuses JSON and another address as the gateway does', async () => {
    const json = await speak({}, { 'content-type': 'application/json' });
    const elsewhere = await fetch(`${sandbox.baseUrls.clova}/tts/v1/tts`, {
      method: 'POST',
      headers: keyHeaders(),
    });

    expect([json.status, await json.json()]).toMatchObject([400, { error: { errorCode: '100' } }]);
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([404, { error: { errorCode: '300' } }]);
  });

  it.each([
    [{ kind: 'quota' }, '400'],
    [{ kind: 'rate_limit', retryAfter: 'none' }, '410'],
  ] as const)('tells with its code what kind of 429 it is: %o', async (fault, errorCode) => {
    sandbox.addFault({ provider: 'clova', fault });
    const response = await speak({});

    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ error: { errorCode } });
  });

  it('would be noticed with a length that forgets the rate', async () => {
    const secondsAt24Khz = async (rate: string) => {
      const response = await speak({ format: 'wav', 'sampling-rate': rate });
      return ((await response.arrayBuffer()).byteLength - 44) / 48_000;
    };

    expect(await secondsAt24Khz('24000')).toBeCloseTo(1.4, 2);
    expect(await secondsAt24Khz('16000')).not.toBeCloseTo(1.4, 2);
  });
});
