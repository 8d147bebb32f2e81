import type { ClaimInput, WinnerPage } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toDate } from './korean.js';

/** What a winner had chosen and written when something was missing. */
export type ReturnedClaim = Partial<Pick<ClaimInput, 'handOver' | 'address' | 'addressConsent'>>;

/** Asks for what this prize needs and nothing else. It works without any script. */
export function winnerForm(page: WinnerPage, path: string, returned: ReturnedClaim = {}): Markup {
  const { ways, taxKrw } = page;
  return html`<form method="post" action="${path}">
${wayFields(page, returned)}
${ways.includes('delivery') && addressFields(page, returned)}
${taxKrw > 0 && taxFields(page)}
<button type="submit">경품 받기</button>
</form>
<details>
<summary>받지 않을게요</summary>
<p>경품은 예비 순번의 다른 분께 넘어가며, 되돌릴 수 없습니다.</p>
<form method="post" action="${path}/decline"><button type="submit" class="quiet">받지 않기</button></form>
</details>`;
}

const wayWords = { pickup: '매장에서 받기', delivery: '배송 받기' } as const;

function wayFields({ ways, campaign }: WinnerPage, { handOver = ways[0] }: ReturnedClaim): Markup {
  const { region } = campaign.brief.store;
  const [only] = ways;
  if (ways.length === 1 && only) {
    return html`<input type="hidden" name="handOver" value="${only}">
<p>${only === 'pickup' ? `${region} 매장에서 응모 확인증을 보여 주시고 받으시면 됩니다.` : '적어 주신 주소로 보내 드립니다.'}</p>`;
  }
  return html`<fieldset>
<legend>받는 방법</legend>
${ways.map(
  (way) =>
    html`<label class="check"><input type="radio" name="handOver" value="${way}"${way === handOver && html` checked`}><span>${wayWords[way]}</span></label>`,
)}
</fieldset>`;
}

function addressFields(
  { ways, campaign }: WinnerPage,
  { address = '', addressConsent }: ReturnedClaim,
): Markup {
  const needed = ways.length === 1 && html` required`;
  return html`<div class="field">
<label for="address">받을 주소 ${ways.length > 1 && html`<small>(배송일 때만)</small>`}</label>
<input id="address" name="address" minlength="5" maxlength="200" autocomplete="street-address" value="${address}"${needed}>
</div>
<fieldset>
<legend>주소 수집 안내</legend>
<label class="check"><input type="checkbox" name="addressConsent"${addressConsent === true && html` checked`}${needed}><span><b>[배송일 때 필수]</b> 주소 수집·이용에 동의합니다</span></label>
<ul class="notice">
<li>목적: 경품 배송</li>
<li>항목: 주소</li>
<li>보유·이용 기간: <strong>${toDate(campaign.plan.schedule.deleteAt)}까지, 이후 지체 없이 파기</strong></li>
<li>동의를 거부할 수 있으며, 거부하면 배송으로 받을 수 없습니다.</li>
</ul>
</fieldset>`;
}

/** The law asks for the number, so this is told rather than agreed to; it may be given at the counter as well. */
function taxFields({ ways, taxKeptUntil }: WinnerPage): Markup {
  const only = ways.length === 1 && ways[0] === 'delivery';
  const needed = only && html` required`;
  return html`<fieldset>
<legend>세금 신고 정보</legend>
<p class="hint">5만원이 넘는 경품은 기타소득으로 신고합니다.${ways.includes('pickup') && ' 매장에서 받으시면 비워 두고 매장에서 적어도 됩니다.'}</p>
<div class="field">
<label for="legalName">실명</label>
<input id="legalName" name="legalName" maxlength="40" autocomplete="name"${needed}>
</div>
<div class="field">
<label for="residentNumber">주민등록번호</label>
<input id="residentNumber" name="residentNumber" inputmode="numeric" autocomplete="off" maxlength="14" pattern="[0-9]{6}-?[0-9]{7}"${needed}>
</div>
<label class="check"><input type="checkbox" name="taxNotice"${needed}><span><b>[적으실 때 필수]</b> 아래 안내를 확인했습니다</span></label>
<ul class="notice">
<li>목적: 기타소득 원천징수와 지급명세서 제출</li>
<li>항목: 성명, 주민등록번호</li>
<li>근거: <strong>소득세법 제145조·제164조, 개인정보 보호법 제24조의2</strong> (법령에 따른 처리)</li>
<li>보유 기간: <strong>${toDate(taxKeptUntil)}까지</strong>, 다른 정보와 따로 암호화해 보관</li>
</ul>
</fieldset>`;
}
