import type { Issue, WinnerPage } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toLastDay, toWon } from './korean.js';
import { layout } from './layout.js';
import { voidTitle, voidWords } from './void-notice.js';
import { type ReturnedClaim, winnerForm } from './winner-form.js';

export interface WinnerPageOptions {
  readonly page: WinnerPage;
  /** The path of this very page. */
  readonly path: string;
  /** What has to be corrected, after a form that did not fit. */
  readonly issues?: readonly Issue[];
  /** What the form held then. Nothing of it that the tax office is told is shown again. */
  readonly returned?: ReturnedClaim | undefined;
}

/** What one winner has won, until when, and the one form that is for winners only. */
export function winnerPage({ page, path, issues = [], returned }: WinnerPageOptions): string {
  const { campaign, prize, masked, taxKrw, taxBearer, award } = page;
  const { brief, rehearsal } = campaign;
  const title = titleOf(page);
  return layout({
    title: `${title} · ${brief.name}`,
    rehearsal,
    storeName: brief.store.name,
    body: html`<div class="narrow">
<header>
<p class="store">${brief.store.name}</p>
<h1>${title}</h1>
</header>
${issues.length > 0 && html`<div class="summary" role="alert"><h2>아직 접수되지 않았습니다</h2><p>아래를 고친 뒤 다시 보내 주세요.</p><ul>${issues.map(({ message }) => html`<li>${message.ko}</li>`)}</ul></div>`}
<dl class="stack">
<dt>이벤트</dt><dd>${brief.name}</dd>
<dt>당첨자</dt><dd>${masked ?? '확인할 수 없음'}</dd>
<dt>경품</dt><dd><strong>${prize.name}</strong></dd>
${taxKrw > 0 && html`<dt>제세공과금</dt><dd>${toWon(taxKrw)} <small>(${taxBearer === 'store' ? '매장' : '당첨자'} 부담, 경품가 ${toWon(prize.valueKrw)}의 22%)</small></dd>`}
${page.open && award.claimUntil !== undefined && html`<dt>확인 기한</dt><dd><strong>${toLastDay(award.claimUntil)}까지</strong><br><small>기한이 지나면 예비 순번으로 넘어갑니다.</small></dd>`}
</dl>
${page.open ? winnerForm(page, path, returned) : stateText(page)}
<p class="hint">문의: ${brief.store.name} ${brief.store.phone}</p>
</div>`,
  });
}

function titleOf({ open, award, voided }: WinnerPage): string {
  if (voided) return voidTitle;
  if (open) return '축하합니다, 당첨되셨습니다';
  switch (award.state) {
    case 'claimed':
      return '수령 확인이 접수되었습니다';
    case 'handed_over':
      return '경품을 받으셨습니다';
    case 'declined':
      return '경품을 받지 않기로 하셨습니다';
    case 'disqualified':
      return '당첨이 취소되었습니다';
    default:
      return '확인 기한이 지났습니다';
  }
}

function stateText({ award, campaign, taxKrw, taxBearer, voided }: WinnerPage): Markup {
  if (voided)
    return html`${voidWords(voided)}<p>그래서 경품을 드릴 수 없습니다. <a href="/draws/${campaign.slug}">무효 기록 보기</a></p>`;
  switch (award.state) {
    case 'claimed':
      return award.handOver === 'delivery'
        ? html`<p>적어 주신 주소로 보내 드립니다. 이 화면은 더 고칠 수 없으니, 바꿀 것이 있으면 매장에 알려 주세요.</p>`
        : html`<p>${campaign.brief.store.region} 매장에서 <strong>응모 확인증</strong>을 보여 주시면 드립니다.${taxKrw > 0 && taxBearer === 'winner' && ' 제세공과금은 경품을 받기 전에 냅니다.'}</p>`;
    case 'handed_over':
      return html`<p>참여해 주셔서 고맙습니다.</p>`;
    case 'declined':
      return html`<p>경품은 예비 순번으로 넘어갔습니다. 되돌릴 수 없습니다.</p>`;
    case 'disqualified':
      return html`<p>참여 조건에 맞지 않아 취소되었습니다. 궁금한 점은 매장에 문의해 주세요.</p>`;
    default:
      return html`<p>기한 안에 확인이 없어 예비 순번으로 넘어갔습니다.</p>`;
  }
}
