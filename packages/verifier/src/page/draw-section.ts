import type { Primitives } from '../primitives.js';
import { fetchJson, noAnswer } from './fetch-json.js';
import { showDraw } from './show-draw.js';

/** Turns the section of a served page into a check that runs in this browser. */
export function mountDraw(section: HTMLElement, primitives: Primitives): void {
  const address = section.dataset['transcript'];
  const button = section.querySelector('button');
  const place = section.querySelector('.result');
  if (!address || !button || !place) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await showDraw(place, await fetchJson(address, 'USER_002'), primitives);
    } catch (error) {
      place.replaceChildren(noAnswer(error));
    } finally {
      button.disabled = false;
    }
  });
}
