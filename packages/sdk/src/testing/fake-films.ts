import type { FilmMaker } from '../providers/film-maker.js';
import { filmSeconds, filmSizes, framesPerSecond } from '../render/film/film-format.js';
import { muxFilm } from '../render/film/h264/mux-film.js';

/** Read off h264-mp4-encoder 1.0.12: what a player must know. */
const description = Buffer.from('01420028ffe1000b67420028a680780227e54001000468ce3c80', 'hex');
const picture = Uint8Array.of(0, 0, 0, 2, 0x65, 0x88);

/** Films of the right length and size that show nothing, at once: for tests that are about something else. */
export function createFakeFilms(): FilmMaker {
  return {
    async make({ input, urls, sound }, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const packets = Array.from({ length: filmSeconds * framesPerSecond }, (_, index) => {
        return { bytes: picture, key: index === 0 };
      });
      const coded = { description, codec: 'avc1.420028', packets };
      const film = await muxFilm([coded], filmSizes[input.shape], {
        sound,
        painted: input.clip !== undefined,
      });
      onProgress?.(1);
      return urls.map(() => film);
    },
  };
}
