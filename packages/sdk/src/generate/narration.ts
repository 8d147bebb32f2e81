import { KtEventError } from '../errors/index.js';
import type { MediaStore } from '../providers/media-store.js';
import type { SoundEncoder } from '../providers/sound-encoder.js';
import { parseWav } from '../render/audio/parse-wav.js';
import { durationMs } from '../render/audio/sound.js';
import { filmSeconds } from '../render/film/film-format.js';
import type { FilmSound } from '../render/film/film-sound.js';
import type { Creative } from '../schema/creative.js';

/** The sound of films, or why they have none though there is a voice. */
export type Narration =
  | { readonly sound: FilmSound; readonly soundBy: string }
  | { readonly silent: NonNullable<Creative['silent']> };

interface NarrationDeps {
  readonly media: MediaStore;
  /** Absent where nothing on this machine codes AAC. */
  readonly soundEncoder: SoundEncoder | undefined;
}

/** What the voice said once, before it was made into a ring-back tone. */
export const spokenPath = 'creatives/ringo_biz/spoken.wav';

/** Before and after the voice. Ours. */
const quietMs = 700;

/** The recording of the ring-back tone as the sound of films: it tells the event, its last day and that nobody real speaks. */
export async function narrationOf(
  voice: Creative,
  { media, soundEncoder }: NarrationDeps,
  signal?: AbortSignal,
): Promise<Narration> {
  if (!soundEncoder) return { silent: 'no_ffmpeg' };
  try {
    const wav = await media.read(spokenPath);
    const speech = parseWav(wav);
    if (!speech) return { silent: 'failed' };
    if (durationMs(speech) > filmSeconds * 1_000 - quietMs) return { silent: 'too_long' };
    return { sound: await soundEncoder.encode(wav, signal), soundBy: voice.madeBy };
  } catch (error) {
    signal?.throwIfAborted();
    if (KtEventError.is(error)) return { silent: 'failed' }; // a film without sound says all of it too
    throw error;
  }
}
