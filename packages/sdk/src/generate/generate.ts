import type { FilmMaker } from '../providers/film-maker.js';
import type { MediaStore } from '../providers/media-store.js';
import type { Designs, Renderer } from '../render/index.js';
import type { Brief } from '../schema/brief.js';
import type { Creative } from '../schema/creative.js';
import type { Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import { bothOrNeither } from './both-or-neither.js';
import { makeText } from './channel-words.js';
import { chooseLooks } from './choose-designs.js';
import type { Clipping } from './clipping.js';
import { paperKinds, pictureKinds } from './creative-kinds.js';
import { showsFilm } from './film-kinds.js';
import { makeFilms } from './films.js';
import { logoOf } from './logo.js';
import type { Made } from './made.js';
import type { Narration } from './narration.js';
import {
  type Draw,
  isPainted,
  makePaper,
  makePicture,
  type Painting,
  type PictureInput,
} from './pictures.js';
import type { Rewritings } from './rewriting.js';
import { pictureWords } from './words.js';

export type Paintings = ReadonlyMap<number, Painting>;

export interface GenerateInput {
  readonly brief: Brief;
  readonly plan: Plan;
  /** The entry page, tagged with where it was found. The same words must give the same address. */
  readonly entryUrl: (place: Channel | 'print') => string;
  /** An honest line on every picture and text, such as `리허설용 · 실제 이벤트가 아닙니다`. */
  readonly label?: string | undefined;
  /** For the picture slots of the templates, by the number of the look. Absent: no model was asked. */
  readonly paintings?: Paintings | undefined;
  /** What the films begin with. Absent: no model was asked. */
  readonly clipping?: Clipping | undefined;
  /** What a model wrote in place of the plan's copies, by channel. Absent: no model was asked. */
  readonly rewritings?: Rewritings | undefined;
  /** The recording of the ring-back tone, which is there already. */
  readonly voice?: Creative | undefined;
  /** That recording as the sound of films. */
  readonly narration?: Narration | undefined;
}

export interface GenerateDeps {
  readonly media: MediaStore;
  readonly renderer: Pick<Renderer, 'draw'>;
  readonly designs: Designs;
  readonly films: FilmMaker;
  /** Called for each creative once it is on disk. */
  readonly onItem?: ((creative: Creative) => void) | undefined;
  /** Told how much of a channel's film is done, from 0 to 1. */
  readonly onFilm?: ((channel: Channel, share: number) => void) | undefined;
}

/**
 * Makes the creatives of a campaign and keeps them as files: a text and a film for each channel that shows one, its
 * pictures in up to three looks of which one is published, and posters and a card for the table. The same plan gives the
 * same texts and films, and the same pictures on one kind of machine.
 *
 * @returns The recording first, then in the order of the brief's channels, then what is printed, the films last.
 * @throws {@link UserError} `USER_022` when a text does not fit its picture even at the smallest size; `USER_045` when the
 * ring-back tone cannot be spoken.
 */
export async function generate(
  input: GenerateInput,
  deps: GenerateDeps,
  signal?: AbortSignal,
): Promise<Creative[]> {
  const [pictures, films] = await bothOrNeither(
    (signal) => keepPictures(input, deps, signal),
    (signal) => keepFilms(input, deps, signal),
    signal,
  );
  return [input.voice ?? [], pictures, films].flat();
}

async function keepPictures(input: GenerateInput, deps: GenerateDeps, signal: AbortSignal) {
  const creatives: Creative[] = [];
  for (const each of startAll(input, deps.designs, (drawing) => deps.renderer.draw(drawing, signal))) {
    const made = await each;
    signal.throwIfAborted();
    creatives.push(await keep(made, deps));
  }
  return creatives;
}

async function keepFilms(input: GenerateInput, deps: GenerateDeps, signal: AbortSignal) {
  const { films, onFilm: onProgress = () => {} } = deps;
  const wanted = {
    channels: input.brief.video === false ? [] : input.brief.channels,
    seenAt: (channel: Channel) => spokenAt(channel, input),
    narration: input.narration,
    clipping: input.clipping,
  };
  const creatives: Creative[] = [];
  for (const made of await makeFilms(wanted, { films, onProgress }, signal)) {
    creatives.push(await keep(made, deps));
  }
  return creatives;
}

async function keep({ creative, bytes }: Made, { media, onItem }: GenerateDeps): Promise<Creative> {
  await media.write(creative.path, bytes);
  onItem?.(creative);
  return creative;
}

/** All at once: the renderer draws as many at a time as it has threads. They are kept in this order all the same. */
function startAll(input: GenerateInput, designs: Designs, draw: Draw): Promise<Made>[] {
  const { brief, plan } = input;
  const { paintings } = input;
  const looks = chooseLooks({ brief, season: plan.season, paints: paintings !== undefined }, designs);
  const published = Math.min(brief.design?.choice ?? 1, looks.length);
  const inputs = (place: Channel | 'print') =>
    looks.map(
      (look, index): PictureInput => ({
        ...seenAt(place, input),
        look,
        painting: paintings?.get(index + 1),
        number: index + 1,
        spare: index + 1 !== published,
      }),
    );
  const channels = brief.channels.flatMap((channel) => [
    Promise.resolve(
      makeText(channel, {
        ...spokenAt(channel, input),
        painted: inputs(channel).some((one) => !one.spare && isPainted(channel, one)),
        filmed: showsFilm(brief, channel) && input.clipping?.painted?.aiLabel !== undefined,
        rewriting: input.rewritings?.get(channel),
      }),
    ),
    ...inputs(channel).flatMap((each) =>
      pictureKinds.filter((kind) => kind.channel === channel).map((kind) => makePicture(kind, each, draw)),
    ),
  ]);
  const papers = inputs('print')
    .filter(({ spare }) => !spare)
    .flatMap((each) =>
      paperKinds.flatMap((kind) =>
        (['png', 'pdf'] as const).map((format) => makePaper(kind, format, each, draw)),
      ),
    );
  const making = [...channels, ...papers];
  for (const each of making) each.catch(() => undefined); // the first failure is told, those behind it are the same
  return making;
}

function seenAt(place: Channel | 'print', { brief, plan, entryUrl, label }: GenerateInput) {
  const link = entryUrl(place);
  return {
    words: pictureWords({ brief, plan, link }),
    link,
    label,
    logo: logoOf(brief.store.brand?.logo),
  };
}

function spokenAt(channel: Channel, { brief, plan, entryUrl, label }: GenerateInput) {
  return { brief, plan, label, link: entryUrl(channel) };
}
