import type { SignedVoid, WinnerRow } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { layout } from './layout.js';
import type { PlannedCampaign } from './planned-campaign.js';
import { voidNotice } from './void-notice.js';

export interface WinnersListOptions {
  readonly campaign: PlannedCampaign;
  /** Of those who hold a prize, in drawn order. */
  readonly winners: readonly WinnerRow[];
  /** Reserves who were promoted, with the reason for which the prize had left its winner. */
  readonly promotions: number;
  /** Says that the draw does not hold. */
  readonly voided: SignedVoid | undefined;
}

/** Who won, masked: enough to find oneself, too little for anybody else. */
export function winnersListPage({ campaign, winners, promotions, voided }: WinnersListOptions): string {
  const { brief, rehearsal, slug } = campaign;
  return layout({
    title: `당첨자 · ${brief.name}`,
    rehearsal,
    body: html`<header>
<p class="store">${brief.store.name}</p>
<h1>${brief.name} 당첨자</h1>
</header>
${voided && voidNotice(voided, slug)}
${winners.length > 0 ? tableOf(winners) : !voided && html`<p>아직 알린 당첨자가 없습니다.</p>`}
${promotions > 0 && html`<p class="hint">예비 순번에서 넘어온 당첨 ${promotions}건이 포함되어 있습니다. 새로 뽑지 않고, 추첨 때 정해진 순서대로 넘어갑니다.</p>`}
<p><a href="/draws/${slug}">추첨이 공정했는지 확인하기</a></p>`,
  });
}

function tableOf(winners: readonly WinnerRow[]): Markup {
  return html`<table>
<caption>이름 가운데와 휴대폰 뒤 4자리</caption>
<thead><tr><th scope="col">경품</th><th scope="col">당첨자</th></tr></thead>
<tbody>${winners.map(({ prize, masked }) => html`<tr><td>${prize?.name ?? ''}</td><td>${masked ?? '파기됨'}</td></tr>`)}</tbody>
</table>`;
}
