import type { EntryPageOptions } from './entry-page-options.js';
import { html, type Markup } from './html.js';
import { toDate } from './korean.js';
import { phoneCodeField } from './phone-code-field.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** What a mobile number looks like, so that a slip is told before anything is sent. The SDK has the last word. */
export const phonePattern = '(?:\\+82[ \\-]?(?:\\(?0\\)?)?|0)1[016789][ \\-]?[0-9]{3,4}[ \\-]?[0-9]{4}';

/** Two fields, and each consent by itself, none ticked in advance. It works without any script. */
export function entryForm({
  campaign,
  idempotencyKey,
}: Pick<EntryPageOptions, 'campaign' | 'idempotencyKey'>): Markup {
  const { slug, brief } = campaign;
  return html`<form method="post" action="/e/${slug}/entries">
<input type="hidden" name="idempotencyKey" value="${idempotencyKey}">
<label for="name">이름</label>
<input id="name" name="name" required maxlength="40" pattern=".*\\S.*" title="이름을 적어 주세요" autocomplete="name">
<label for="phone">휴대폰 번호</label>
<input id="phone" name="phone" type="tel" required maxlength="20" pattern="${phonePattern}" title="휴대폰 번호를 적어 주세요. 예: 010-1234-5678" autocomplete="tel" placeholder="010-1234-5678">
${brief.guards?.phoneCode && phoneCodeField(slug)}
${asksForVisit(campaign) && visitField()}
${consents(campaign)}
<button type="submit">${brief.entry.mechanic === 'lottery' ? '응모하기' : '쿠폰 받기'}</button>
</form>`;
}

function asksForVisit({ brief: { entry } }: PlannedCampaign): boolean {
  return entry.mechanic === 'lottery' && entry.visitBonus > 0;
}

function visitField(): Markup {
  return html`<label for="visitCode">매장 방문 코드 <small>(선택)</small></label>
<input id="visitCode" name="visitCode" inputmode="numeric" maxlength="16" autocomplete="off" aria-describedby="visitCodeHint">
<p class="hint" id="visitCodeHint">매장에 적힌 6자리입니다. 있으면 당첨 기회가 늘어나고, 없어도 응모할 수 있습니다.</p>`;
}

function consents(campaign: PlannedCampaign): Markup {
  return html`<fieldset>
<legend>확인과 동의</legend>
${requiredBox('overFourteen', '만 14세 이상입니다')}
${requiredBox('consent', '개인정보 수집·이용에 동의합니다')}
${collectionNotice(campaign)}
</fieldset>
<fieldset>
<legend>소식 받기</legend>
<label class="check"><input type="checkbox" name="marketingConsent"><span><b>[선택]</b> 소식·혜택 안내를 받겠습니다</span></label>
${marketingNotice(campaign)}
</fieldset>`;
}

function requiredBox(name: string, text: string): Markup {
  return html`<label class="check"><input type="checkbox" name="${name}" required><span><b>[필수]</b> ${text}</span></label>`;
}

/** The four notices that the law asks for. Source: 개인정보보호법 §15②; the period stands out by §22②. */
function collectionNotice({ brief: { entry }, plan }: PlannedCampaign): Markup {
  const purpose =
    entry.mechanic === 'lottery' ? '응모 접수, 당첨자 추첨·연락, 경품 전달' : '신청 접수, 쿠폰 확인, 연락';
  return html`<ul class="notice">
<li>목적: ${purpose}</li>
<li>항목: 이름, 휴대폰 번호</li>
<li>보유·이용 기간: <strong>${toDate(plan.schedule.deleteAt)}까지, 이후 지체 없이 파기</strong></li>
<li>동의를 거부할 수 있으며, 거부하면 응모할 수 없습니다.</li>
</ul>`;
}

/** Apart from the collection, and never a condition. Source: 개인정보보호법 §22①, §22⑤. */
function marketingNotice({ brief: { store } }: PlannedCampaign): Markup {
  return html`<ul class="notice">
<li>목적: <strong>${store.name}의 행사·할인 안내</strong></li>
<li>항목: 휴대폰 번호</li>
<li>방법: 문자, 카카오톡</li>
<li>보유·이용 기간: <strong>동의를 철회할 때까지 (2년마다 확인)</strong></li>
<li>동의하지 않아도 응모할 수 있습니다.</li>
</ul>`;
}
