import type { Primitives } from '../primitives.js';
import { answerIn } from './answer-in.js';
import { fetchJson } from './fetch-json.js';
import { showDraw } from './show-draw.js';
import { showVoid } from './show-void.js';

/** Turns the section of a served page into a check that runs in this browser. */
export function mountDraw(section: HTMLElement, primitives: Primitives): void {
  const { transcript: address, void: voidAddress } = section.dataset;
  const button = section.querySelector('button');
  const place = section.querySelector('.result');
  if (!address || !button || !place) return;
  button.hidden = false;
  button.addEventListener('click', () =>
    answerIn(place, button, async () => {
      const [drawn, voided] = await Promise.all([
        fetchJson(address, 'USER_002'),
        voidAddress ? fetchJson(voidAddress, 'USER_002') : undefined,
      ]);
      await showDraw(place, drawn, primitives);
      await showVoid(place, drawn, voided, primitives);
    }),
  );
}
