import { html, type Markup } from './html.js';

/** Light modules that readers need on every side. Source: ISO/IEC 18004. */
const quiet = 4;

/** A QR code as a drawing in the page, dark on light whatever the colours around it. */
export function qrCode(
  { d, modules }: { readonly d: string; readonly modules: number },
  label: string,
): Markup {
  const side = modules + 2 * quiet;
  return html`<svg class="qr" viewBox="${-quiet} ${-quiet} ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect x="${-quiet}" y="${-quiet}" width="${side}" height="${side}" fill="#ffffff"/><path d="${d}" fill="#111111"/></svg>`;
}
