import { html, type Markup } from './html.js';

/**
 * What tells people from programs. A person sees none of it: `website` is for programs that fill in everything, and the
 * script fills in the other when the server asks for it.
 */
export function guardFields(): Markup {
  return html`<div class="trap" aria-hidden="true"><label>비워 두세요<input name="website" tabindex="-1" autocomplete="off"></label></div>
<input type="hidden" name="altcha">`;
}
