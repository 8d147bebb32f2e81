import { type Campaign, chosenConcept, type Plan } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toDay, toLastDay, toMoment, toWon } from './korean.js';
import { layout } from './layout.js';

export interface EntryPageOptions {
  readonly campaign: Campaign & { readonly plan: Plan };
  /** Pieces left, first-come only. */
  readonly remainingStock: number | undefined;
  readonly imageUrl: string | undefined;
  /** Makes a resubmit of this very page harmless. */
  readonly idempotencyKey: string;
}

/** What a participant sees: the offer, the odds, two fields and the notices in full. */
export function entryPage(options: EntryPageOptions): string {
  const { campaign } = options;
  return layout({
    title: `${campaign.brief.name} · ${campaign.brief.store.name}`,
    rehearsal: campaign.rehearsal,
    body: html`${offer(options)}
${campaign.state === 'open' ? form(options) : closed(campaign)}
${notices(campaign)}`,
  });
}

function offer({ campaign, imageUrl, remainingStock }: EntryPageOptions): Markup {
  const { brief, plan } = campaign;
  const concept = chosenConcept(plan);
  const { opensAt, closesAt, drawAt } = plan.schedule;
  return html`<header>
<p class="store">${brief.store.name}</p>
<h1>${brief.name}</h1>
</header>
${imageUrl !== undefined && html`<img src="${imageUrl}" alt="${`${brief.name}, ${concept.prizes[0]?.name ?? ''}`}" width="540" height="540">`}
<dl>
<dt>경품</dt>
${concept.prizes.map(({ name, quantity, valueKrw }) => html`<dd>${name} ${quantity}명 (${toWon(valueKrw)} 상당)</dd>`)}
<dt>기간</dt><dd>${toDay(opensAt)} ~ ${toLastDay(closesAt)}</dd>
${drawAt !== undefined && html`<dt>추첨</dt><dd>${toMoment(drawAt)}, 누구나 검증할 수 있는 공개 추첨</dd><dt>확률</dt><dd>${concept.odds}</dd>`}
${remainingStock !== undefined && html`<dt>남은 수량</dt><dd>${remainingStock}개</dd>`}
</dl>`;
}

function form({ campaign, idempotencyKey }: EntryPageOptions): Markup {
  const { brief } = campaign;
  const asksForVisit = brief.entry.mechanic === 'lottery' && brief.entry.visitBonus > 0;
  return html`<form method="post" action="/e/${campaign.slug}/entries">
<input type="hidden" name="idempotencyKey" value="${idempotencyKey}">
<label for="name">이름</label>
<input id="name" name="name" required maxlength="40" autocomplete="name">
<label for="phone">휴대폰 번호</label>
<input id="phone" name="phone" type="tel" inputmode="numeric" required maxlength="20" autocomplete="tel" placeholder="010-1234-5678">
${
  asksForVisit &&
  html`<label for="visitCode">매장 방문 코드 (있으면 당첨 기회가 늘어납니다)</label>
<input id="visitCode" name="visitCode" inputmode="numeric" maxlength="16" autocomplete="off">`
}
<fieldset>
<legend>동의</legend>
<label class="check"><input type="checkbox" name="overFourteen" required> 만 14세 이상입니다 (필수)</label>
<label class="check"><input type="checkbox" name="consent" required> 개인정보 수집·이용에 동의합니다 (필수)</label>
${collectionNotice(campaign)}
<label class="check"><input type="checkbox" name="marketingConsent"> 소식·혜택 안내를 받겠습니다 (선택)</label>
<p class="notice">목적: <strong>${brief.store.name}의 행사·할인 안내</strong> · 항목: 휴대폰 번호 · 방법: 문자, 카카오톡 · 기간: <strong>동의를 철회할 때까지(2년마다 확인)</strong> · 동의하지 않아도 응모할 수 있습니다.</p>
</fieldset>
<button type="submit">응모하기</button>
</form>`;
}

/** The four notices that the law asks for. Source: 개인정보보호법 §15②. */
function collectionNotice({ brief }: EntryPageOptions['campaign']): Markup {
  const purpose =
    brief.entry.mechanic === 'lottery'
      ? '응모 접수, 당첨자 추첨·연락, 경품 전달'
      : '신청 접수, 쿠폰 확인, 연락';
  return html`<p class="notice">목적: ${purpose} · 항목: 이름, 휴대폰 번호 · 보유·이용 기간: <strong>발표 후 30일까지, 그 뒤 지체 없이 파기</strong> · 동의를 거부할 수 있으며, 거부하면 응모할 수 없습니다.</p>`;
}

function closed({ state, plan }: EntryPageOptions['campaign']): Markup {
  const opensLater = state === 'published' || state === 'approved' || state === 'planned';
  return html`<p class="closed" role="status">${
    opensLater
      ? `${toMoment(plan.schedule.opensAt)}에 응모가 시작됩니다.`
      : '응모가 마감되었습니다. 참여해 주셔서 고맙습니다.'
  }</p>`;
}

function notices({ brief, plan }: EntryPageOptions['campaign']): Markup {
  const { announceAt, claimUntil, deleteAt } = plan.schedule;
  return html`<section>
<h2>유의사항</h2>
<ul>
<li>만 14세 이상, 휴대폰 번호 하나에 한 번 참여할 수 있습니다.</li>
<li>발표: ${toMoment(announceAt)} · 수령 기한: ${toDay(claimUntil)}</li>
<li>임직원과 관계자는 제외됩니다. 부정한 방법으로 참여하면 당첨이 취소됩니다.</li>
<li>경품은 같거나 더 높은 가치로만 바뀔 수 있습니다.</li>
<li>응모 정보는 ${toDay(deleteAt)}에 파기합니다.</li>
<li>문의: ${brief.store.name} ${brief.store.phone}</li>
</ul>
</section>`;
}
