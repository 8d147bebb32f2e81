import { ProviderError } from '../../errors/index.js';
import { parseWav } from '../../render/audio/parse-wav.js';
import type { Sound } from '../../render/audio/sound.js';

const provider = 'clova';

/**
 * Reads the sound of an answer by its bytes alone: the content type is that of a sound even over an error.
 *
 * @throws ProviderError `PROVIDER_004` for an empty answer, another kind of answer, or a sound that was cut short.
 */
export function readSpeech(bytes: Uint8Array): Sound {
  const unreadable = (reason: string) => new ProviderError('PROVIDER_004', { provider, reason });
  if (bytes.length === 0) throw unreadable('empty body');
  if (bytes[0] === 0x7b) throw unreadable('JSON instead of audio'); // an opening brace
  const speech = parseWav(bytes);
  if (!speech) throw unreadable('not a WAV of 16-bit PCM');
  if (speech.missingBytes > 0) throw unreadable(`audio cut short by ${speech.missingBytes} bytes`);
  if (speech.samples.length === 0) throw unreadable('audio without sound');
  return speech;
}
