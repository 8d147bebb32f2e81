// What browsers load: as a script of a served page, or inside the one page for offline use. Whoever is curious can
// import it from a console and ask it directly.

import { primitivesOf } from '../primitives.js';
import { mountDraw } from './draw-section.js';
import { mountOffline } from './offline.js';
import { mountReceipt } from './receipt-section.js';

export { verdictOn } from '../check-draw.js';
export { portable, primitivesOf } from '../primitives.js';
export { checkReceipt, readReceipt } from '../receipt.js';

const mounts = { draw: mountDraw, receipt: mountReceipt, offline: mountOffline };

for (const [name, mount] of Object.entries(mounts)) {
  const section = document.querySelector<HTMLElement>(`[data-verify="${name}"]`);
  if (section) mount(section, primitivesOf(globalThis));
}
