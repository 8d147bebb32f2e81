import { createFakeFilms } from './fake-films.js';
import { rememberingRenderer } from './remembering-renderer.js';

/** Makers of creatives for tests that are about something else. */
export const quickMakers = () => ({ films: createFakeFilms(), renderer: rememberingRenderer() });
