import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { openTestSandbox } from '../../testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

function speak(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const { NCP_CLOVA_VOICE_KEY_ID: keyId, NCP_CLOVA_VOICE_KEY: key } = sandbox.credentials.clova;
  return fetch(`${sandbox.baseUrls.clova}/tts-premium/v1/tts`, {
    method: 'POST',
    headers: { 'x-ncp-apigw-api-key-id': keyId, 'x-ncp-apigw-api-key': key, ...headers },
    body: new URLSearchParams({ speaker: 'nara', text: '비 오는 날 칼국수', ...parameters }),
  });
}

async function readWav(response: Promise<Response>): Promise<{ seconds: number; magic: string }> {
  const bytes = Buffer.from(await (await response).arrayBuffer());
  return { seconds: bytes.readUInt32LE(40) / bytes.readUInt32LE(28), magic: bytes.toString('latin1', 0, 4) };
}

describe('clova', () => {
  it('answers with a WAV whose length follows the text, twice as short at speed -5', async () => {
    const usual = await readWav(speak({ format: 'wav' }));
    const fast = await readWav(speak({ format: 'wav', speed: '-5' }));

    expect(usual.magic).toBe('RIFF');
    expect(usual.seconds).toBeCloseTo(1.4, 2);
    expect(fast.seconds).toBeCloseTo(0.7, 2);
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
    [{ speed: '1.5' }, 'VS03'],
    [{ speed: '6' }, 'VS04'],
    [{ text: '' }, 'VS05'],
    [{ volume: '9' }, 'VS07'],
    [{ pitch: '-9' }, 'VS08'],
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
});
