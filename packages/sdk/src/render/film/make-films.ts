import type { ClipFrames } from './clip-frames.js';
import { drawFilm, endingFrames, type FilmPicture, openingFrames } from './draw-film.js';
import { filmSizes } from './film-format.js';
import type { FilmInput } from './film-input.js';
import type { FilmSound } from './film-sound.js';
import { muxFilm } from './h264/mux-film.js';
import type { VideoEncoder } from './h264/video-encoder.js';

interface MakeOptions {
  /** @defaultValue none */
  readonly sound?: FilmSound | undefined;
  /** What the film begins with, where its input says that there is a clip. */
  readonly clip?: ClipFrames | undefined;
  /** Told how much of it is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Makes a film of fifteen seconds for each address: an MP4 with H.264. All but its end, where the code is, is
 * drawn and coded once. Every word of it is seen, so nothing is lost without sound.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export async function makeFilms(
  input: FilmInput,
  urls: readonly string[],
  encoder: VideoEncoder,
  { sound, clip, onProgress = () => {} }: MakeOptions = {},
): Promise<Uint8Array[]> {
  const size = filmSizes[input.shape];
  const all = openingFrames + urls.length * endingFrames;
  let done = 0;
  async function* counted(pictures: AsyncIterable<FilmPicture>) {
    for await (const picture of pictures) {
      yield picture;
      done += picture.frames;
      onProgress(done / all);
    }
  }
  const drawing = drawFilm(input);
  const opening = await encoder.encode(counted(drawing.opening(clip)), size);
  const films: Uint8Array[] = [];
  for (const url of urls) {
    const ending = await encoder.encode(counted(drawing.ending(url)), size);
    films.push(await muxFilm([opening, ending], size, { sound, painted: input.clip !== undefined }));
  }
  return films;
}
