import { blankRenderer } from './blank-renderer.js';
import { createFakeFilms } from './fake-films.js';

/** Makers of creatives for tests that are about something else. */
export const quickMakers = () => ({ films: createFakeFilms(), renderer: blankRenderer });
