import { KtEventError } from '../errors/index.js';
import type { FilmMaker, FilmRequest } from '../providers/film-maker.js';
import { paletteOfBrand } from '../render/film/brand-palette.js';
import { filmSeconds, filmSizes } from '../render/film/film-format.js';
import type { FilmInput, FilmShape } from '../render/film/film-input.js';
import { droppedFrom } from '../render/text/renderable.js';
import type { Creative } from '../schema/creative.js';
import type { Channel } from '../schema/primitives.js';
import type { Clipping } from './clipping.js';
import { emojiOf } from './emoji.js';
import { createFacts } from './facts.js';
import { type FilmKind, filmKinds } from './film-kinds.js';
import { type Made, toMade } from './made.js';
import type { Narration } from './narration.js';
import { describe, pictureWords, type WordsInput } from './words.js';

/** What a film says, as seen at one channel. */
interface FilmSeen extends WordsInput {
  readonly label: string | undefined;
}

export interface FilmsInput {
  readonly channels: readonly Channel[];
  readonly seenAt: (channel: Channel) => FilmSeen;
  /** Absent: no voice was recorded. */
  readonly narration?: Narration | undefined;
  /** Absent: no model was asked. */
  readonly clipping?: Clipping | undefined;
}

export interface FilmsDeps {
  readonly films: FilmMaker;
  /** Told how much of a channel's film is done, from 0 to 1. */
  readonly onProgress: (channel: Channel, share: number) => void;
}

/**
 * Makes the film of each channel that shows one, those of one shape together: they differ in their code alone.
 *
 * @throws {@link UserError} `USER_022`
 */
export async function makeFilms(
  { channels, seenAt, narration, clipping = {} }: FilmsInput,
  { films, onProgress }: FilmsDeps,
  signal?: AbortSignal,
): Promise<Made[]> {
  const tell = (kinds: readonly FilmKind[], share: number) => {
    for (const { channel } of kinds) onProgress(channel, share);
  };
  const wanted = filmKinds.filter(({ channel }) => channels.includes(channel));
  const shapes = [...new Set(wanted.map(({ shape }) => shape))].map(async (shape) => {
    const kinds = wanted.filter((kind) => kind.shape === shape);
    const seen = kinds.map(({ channel }) => seenAt(channel));
    const [first] = seen;
    if (!first) return [];
    const input = toFilm(shape, first);
    const request = {
      input,
      urls: seen.map(({ link }) => link),
      ...(narration && 'sound' in narration && { sound: narration.sound }),
    };
    const options = { signal, onProgress: (share: number) => tell(kinds, share) };
    const { made, clip } = await makeBest(
      request,
      clipping,
      (request) => films.make(request, options),
      signal,
    );
    return kinds.flatMap((kind, index) => {
      const bytes = made[index];
      return bytes ? [toCreative(kind, { seen: first, input, bytes, narration, clip })] : [];
    });
  });
  return (await Promise.all(shapes)).flat();
}

/** With the clip where there is one; without, and saying so, when it cannot be shown. */
async function makeBest(
  request: FilmRequest,
  clipping: Clipping,
  make: (request: FilmRequest) => Promise<readonly Uint8Array[]>,
  signal: AbortSignal | undefined,
): Promise<{ readonly made: readonly Uint8Array[]; readonly clip: Clipping }> {
  const { painted } = clipping;
  if (!painted) return { made: await make(request), clip: clipping };
  const input = { ...request.input, clip: { mark: painted.aiLabel } };
  try {
    return { made: await make({ ...request, input, clip: painted.mp4 }), clip: clipping };
  } catch (error) {
    signal?.throwIfAborted();
    if (!KtEventError.is(error) || !error.code.startsWith('PROVIDER_')) throw error;
    return { made: await make(request), clip: { unpainted: { provider: 'ffmpeg', code: error.code } } };
  }
}

function toFilm(shape: FilmShape, { brief, plan, link, label }: FilmSeen): FilmInput {
  const facts = createFacts(brief, plan);
  const words = pictureWords({ brief, plan, link });
  const { colour, accent } = brief.store.brand ?? {};
  return {
    shape,
    storeName: brief.store.name,
    title: brief.name,
    offer: words.prize,
    badge: facts.badge,
    steps: facts.howTo,
    periodLine: facts.period,
    afterLine: facts.after,
    shortUrl: words.address,
    label,
    emoji: emojiOf[brief.store.industry],
    ...(colour !== undefined && { palette: paletteOfBrand({ colour, accent }) }),
  };
}

interface Finished {
  readonly seen: FilmSeen;
  readonly input: FilmInput;
  readonly bytes: Uint8Array;
  readonly narration: Narration | undefined;
  /** What came of it in this film. */
  readonly clip: Clipping;
}

function toCreative(
  { channel, shape, name }: FilmKind,
  { seen, input, bytes, narration, clip }: Finished,
): Made {
  const { shape: _shape, palette: _palette, emoji: _emoji, clip: _clip, steps, label = '', ...texts } = input;
  const { soundBy, silent } = { soundBy: undefined, silent: undefined, ...narration };
  return toMade(
    {
      id: `${channel}-${name}`,
      kind: 'video',
      channel,
      path: `creatives/${channel}/${name}.mp4`,
      mediaType: 'video/mp4',
      ...filmSizes[shape],
      durationMs: filmSeconds * 1_000,
      text: `${describe(pictureWords(seen), [seen.label, clip.painted?.aiLabel])}, ${soundBy === undefined ? '소리 없이 자막으로' : '음성과 자막으로'} 알리는 ${filmSeconds}초 영상`,
      ...(soundBy !== undefined && { soundBy }),
      ...(silent !== undefined && { silent }),
      ...makersOf(clip),
    },
    { bytes, dropped: droppedFrom([...Object.values(texts), ...steps, label]) },
  );
}

/** Who made what the film begins with. */
function makersOf({ painted, unpainted }: Clipping): Partial<Creative> {
  if (!painted) return unpainted ? { unpainted } : {};
  const { mode, madeBy, aiLabel } = painted;
  return {
    mode,
    madeBy: `template + ${madeBy}`,
    paintedBy: madeBy,
    ...(aiLabel !== undefined && { aiLabel }),
  };
}
