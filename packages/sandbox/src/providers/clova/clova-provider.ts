import { credentials } from '../../credentials.js';
import { encodeSilentMp3 } from '../../media/mp3.js';
import { encodeWav } from '../../media/wav.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { readContentType, readFormBody } from '../../request-body.js';
import { Refusal, type SandboxResponse } from '../../response.js';
import { seededBytes } from '../../seeded.js';
import { toGatewayError } from '../ncp-gateway.js';
import { readVoiceRequest, type VoiceRequest } from './voice-request.js';

/** About seven syllables a second, a calm announcement. */
const msPerCharacter = 140;

/** Neither symbols nor what stands in brackets is spoken; a blank and the end of a sentence take their time. */
function toSpoken(text: string): string {
  return text
    .replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\s.,?!]/gu, '');
}

/** The scale is inverted: -5 is twice as fast, 5 half as fast. */
const toDurationMs = ({ text, speed }: VoiceRequest): number =>
  Math.round([...toSpoken(text)].length * msPerCharacter * 2 ** (speed / 5));

/** Inverted too: -5 is higher. Each speaker has a tone of its own. */
const toFrequencyHz = ({ speaker, pitch }: VoiceRequest): number =>
  (180 + ((seededBytes(speaker)[0] ?? 0) % 120)) * 2 ** (-pitch / 10);

function speak(voice: VoiceRequest): SandboxResponse {
  const durationMs = toDurationMs(voice);
  const tone = { durationMs, frequencyHz: toFrequencyHz(voice), loudness: 0.3 + voice.volume * 0.04 };
  return voice.format === 'wav'
    ? {
        status: 200,
        headers: { 'content-type': 'audio/wav' },
        body: encodeWav(tone, voice.sampleRateHz),
      }
    : { status: 200, headers: { 'content-type': 'audio/mpeg' }, body: encodeSilentMp3(durationMs) };
}

function handle(request: AcceptedRequest): SandboxResponse {
  if (request.method !== 'POST' || request.path !== '/tts-premium/v1/tts') {
    return toGatewayError(404, 'URL not found.');
  }
  if (readContentType(request) !== 'application/x-www-form-urlencoded') {
    return toGatewayError(400, 'Bad Request Exception');
  }
  return speak(readVoiceRequest(readFormBody(request)));
}

/** A tone (WAV) or silence (MP3) as long as the words would take: nobody could take it for a voice. */
export function createClovaProvider(): Provider {
  const { NCP_CLOVA_VOICE_KEY_ID: keyId, NCP_CLOVA_VOICE_KEY: key } = credentials.clova;
  return {
    name: 'clova',
    authenticate({ headers }) {
      if (headers['x-ncp-apigw-api-key-id'] !== keyId || headers['x-ncp-apigw-api-key'] !== key) {
        throw new Refusal(toGatewayError(401, 'Authentication Failed'));
      }
      return keyId;
    },
    changesState: () => false,
    handle,
    toErrorResponse: toGatewayError,
  };
}
