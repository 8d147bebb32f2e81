import { ProviderError, UserError } from '../../errors/index.js';
import { composeWav } from '../../render/audio/compose-wav.js';
import { joinSounds } from '../../render/audio/join.js';
import type { Sound } from '../../render/audio/sound.js';
import type { ProviderOptions } from '../provider-options.js';
import type { SpeechModel, Voice } from '../speech-model.js';
import { requireAccepted } from './clova-error.js';
import { voicePrice } from './prices.js';
import { readSpeech } from './read-speech.js';
import { splitScript } from './split-script.js';

export interface ClovaVoiceOptions extends ProviderOptions {
  readonly keyId: string;
  readonly key: string;
  /** A name from the console's list. @defaultValue nara */
  readonly speaker?: string;
}

const provider = 'clova';
/** Of one call, in Korean. Source: api.ncloud-docs.com, read 2026-11-21. Three thousand of English fit, which few write. */
const mostCharacters = 2_000;
/** Twice what a telephone line carries, and a rate that every speaker has. */
const sampleRateHz = 16_000;
/** A call's characters take five minutes to say [A], ten when said slowly: 19 MB. */
const maxBytes = 32 * 1024 * 1024;

/**
 * NAVER Cloud's CLOVA Voice Premium. A script longer than one call takes is spoken part by part and joined. Speaking
 * again costs the price again and does no other harm, so a lost answer is asked for once more.
 *
 * `speak` throws `USER_045` for a script without words, `PROVIDER_001` when the service refuses or the quota is used up,
 * `PROVIDER_004` when the answer is no whole sound.
 */
export function createClovaVoice(options: ClovaVoiceOptions): SpeechModel {
  const { mode, policy, http, speaker = 'nara' } = options;

  async function speakPart(text: string, voice: Voice, signal: AbortSignal | undefined): Promise<Sound> {
    const request = toRequest(options, { speaker, text, ...toLevels(voice) });
    return policy(async (signal) => readSpeech(requireAccepted(await http(request, signal)).bytes), {
      signal,
      repeatable: true,
    });
  }

  return {
    provider,
    mode,
    priceKrw: (script) => Math.ceil([...script].length * voicePrice.value),
    async speak(script, voice = {}, signal) {
      const spoken: Sound[] = [];
      // one by one: should a part fail, those after it have cost nothing
      for (const text of splitScript(script, mostCharacters)) {
        spoken.push(await speakPart(text, voice, signal));
      }
      return { wav: composeWav(joinParts(spoken)), madeBy: `clova-voice/${speaker}` };
    },
  };
}

function toRequest({ baseUrl, keyId, key }: ClovaVoiceOptions, form: Readonly<Record<string, string>>) {
  return {
    provider,
    method: 'POST',
    url: `${baseUrl}/tts-premium/v1/tts`,
    headers: { 'x-ncp-apigw-api-key-id': keyId, 'x-ncp-apigw-api-key': key },
    form: { ...form, format: 'wav', 'sampling-rate': String(sampleRateHz) },
    maxBytes,
  } as const;
}

/**
 * The wire takes whole numbers and has speed and pitch upside down: -5 is twice as fast, and higher. Since 2026-04 the
 * documentation lets speed go on to 10; up to 5 is right by the earlier page too, which called 5 half as fast.
 */
function toLevels({ rate, pitch, volume }: Voice) {
  return { volume: String(toLevel(volume)), speed: String(-toLevel(rate)), pitch: String(-toLevel(pitch)) };
}

function toLevel(level = 0): number {
  return Math.round(Math.min(5, Math.max(-5, level)));
}

function joinParts([first, ...others]: readonly Sound[]): Sound {
  if (!first) throw new UserError('USER_045', { reason: '읽을 글이 없습니다 / there is no text' });
  if (others.some((other) => other.sampleRateHz !== first.sampleRateHz))
    throw new ProviderError('PROVIDER_004', { provider, reason: 'parts of different sampling rates' });
  return joinSounds([first, ...others]);
}
