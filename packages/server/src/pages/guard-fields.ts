import type { EntryDemands } from '@kt-event/sdk';
import { html, type Markup } from './html.js';

/**
 * What tells people from programs. A person sees none of it: `website` is for programs that fill in everything, and the
 * script fills in the other when the server asks for it. The widget of a provider is seen, and only while it is asked for.
 */
export function guardFields(widget: EntryDemands['widget']): Markup {
  return html`<div class="trap" aria-hidden="true"><label>비워 두세요<input name="website" tabindex="-1" autocomplete="off"></label></div>
<input type="hidden" name="altcha">
${widget && widgetField(widget)}`;
}

/** Its field `cf-turnstile-response` comes from its script, which the policy of the page lets in for this tag. */
function widgetField({ siteKey, scriptUrl }: NonNullable<EntryDemands['widget']>): Markup {
  return html`<div class="cf-turnstile" data-sitekey="${siteKey}" data-language="ko"></div>
<noscript><p class="hint">이 브라우저는 스크립트가 꺼져 있어 사람인지 확인할 수 없습니다. 스크립트를 켜고 이 화면을 다시 열어 주세요.</p></noscript>
<script src="${scriptUrl}" async defer></script>`;
}
