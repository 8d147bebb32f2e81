import { createHash } from 'node:crypto';
import type { MediaStore } from '../providers/media-store.js';
import type { SpeechModel } from '../providers/speech-model.js';
import type { Creative } from '../schema/creative.js';
import { spokenPath } from './narration.js';
import { voiceDisclosure } from './ring-script.js';
import { toRingTone } from './ring-tone.js';

export interface VoiceDeps {
  readonly speech: SpeechModel;
  readonly media: MediaStore;
}

/** What a voice is asked to say: the approved words, and that nobody real says them. */
export function spokenWords(script: string): string {
  return `${script}\n${voiceDisclosure}`;
}

/**
 * Has the words spoken and keeps the recording as the telephone line needs it.
 *
 * @throws UserError `USER_045` when it does not fit the line; whatever the speech model throws.
 */
export async function makeVoice(
  script: string,
  { speech, media }: VoiceDeps,
  signal?: AbortSignal,
): Promise<Creative> {
  const text = spokenWords(script);
  const { wav: spoken, madeBy } = await speech.speak(text, {}, signal);
  const { wav, durationMs } = toRingTone(spoken);
  const path = 'creatives/ringo_biz/voice.wav';
  await media.write(spokenPath, spoken);
  await media.write(path, wav);
  return {
    id: 'ringo_biz-voice',
    kind: 'audio',
    channel: 'ringo_biz',
    path,
    mediaType: 'audio/wav',
    bytes: wav.length,
    sha256: createHash('sha256').update(wav).digest('hex'),
    durationMs,
    text,
    hashtags: [],
    mode: speech.mode,
    madeBy,
    dropped: [],
  };
}
