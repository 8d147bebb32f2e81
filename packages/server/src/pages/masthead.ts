import { html, type Markup } from './html.js';

/** Whose page it is, above everything else. */
export function masthead(store: string, title: string, below?: string): Markup {
  return html`<div class="wrap"><p class="store">${store}</p>
<h1>${title}</h1>
${below !== undefined && html`<p class="below">${below}</p>`}</div>`;
}
