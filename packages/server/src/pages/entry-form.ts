import { consentNotices } from './consent-notices.js';
import type { EntryPageOptions } from './entry-page-options.js';
import { errorSummary } from './error-summary.js';
import { textField } from './form-field.js';
import { guardFields } from './guard-fields.js';
import { html, type Markup } from './html.js';
import { phoneCodeField } from './phone-code-field.js';
import { visitFields } from './visit-fields.js';

/** What a mobile number looks like, so that a slip is told before anything is sent. The SDK has the last word. */
export const phonePattern =
  '(?:(?:\\+|00)82[ .\\-]*(?:\\(?0\\)?)?|\\(?0)1[016789]\\)?[ .\\-]*[0-9]{3,4}[ .\\-]*[0-9]{4} *';

/**
 * Two fields, and each consent by itself, none ticked in advance. It works without any script, and sending it again is
 * harmless: the key in it is that of one entry.
 */
export function entryForm(options: EntryPageOptions): Markup {
  const { campaign, idempotencyKey, processors, form, widget, visitCode, place } = options;
  const { slug, brief } = campaign;
  const lottery = brief.entry.mechanic === 'lottery';
  const verb = lottery ? '응모하기' : '쿠폰 받기';
  return html`<form id="enter" class="card" method="post" action="/e/${slug}/entries${place !== undefined && `?from=${place}`}" data-slug="${slug}">
<h2>${verb}</h2>
${errorSummary(form)}
<input type="hidden" name="idempotencyKey" value="${form?.values['idempotencyKey'] ?? idempotencyKey}">
${textField(nameField, form)}
${textField({ ...phoneField, hint: `${lottery ? '당첨 연락에' : '쿠폰을 확인할 때'} 씁니다. 예: 010-1234-5678` }, form)}
${brief.guards?.phoneCode === true && html`${enterSends}${phoneCodeField(slug)}`}
${visitFields(campaign, { form, visitCode })}
${consentNotices({ campaign, processors, form })}
${guardFields(widget)}
<button type="submit">${verb}</button>
<p class="progress" id="progress" role="status"></p>
<p class="hint">연결이 끊겨도 괜찮습니다. 이 화면에서 다시 보내면 두 번 응모되지 않습니다.</p>
</form>`;
}

const nameField = {
  name: 'name',
  label: '이름',
  attributes: html`required maxlength="40" pattern=".*\\S.*" title="이름을 적어 주세요" autocomplete="name" autocapitalize="none" spellcheck="false"`,
};

const phoneField = {
  name: 'phone',
  label: '휴대폰 번호',
  attributes: html`type="tel" inputmode="tel" required maxlength="20" pattern="${phonePattern}" title="휴대폰 번호를 적어 주세요. 예: 010-1234-5678" autocomplete="tel"`,
};

/** What Enter in a field presses: the first button of a form, which would otherwise be that for a code. */
const enterSends = html`<button class="trap" tabindex="-1" aria-hidden="true">응모하기</button>`;
