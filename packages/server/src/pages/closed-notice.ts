import { fingerprintOf } from '@kt-event/sdk';
import type { EntryPageOptions } from './entry-page-options.js';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** Why there is no form, and where to go on. */
export function closedNotice({ campaign, remainingStock, commitment }: EntryPageOptions): Markup {
  return html`<div class="closed" role="status">
<p><strong>${reason(campaign, remainingStock)}</strong></p>
${hasDraw(campaign) && html`<p><a href="/draws/${campaign.slug}">추첨 검증 페이지 보기</a></p>`}
${commitment && html`<p>약속 지문 <code>${fingerprintOf(commitment)}</code></p>`}
</div>`;
}

function reason({ state, plan }: PlannedCampaign, remainingStock: number | undefined): string {
  if (state === 'cancelled') return '이 이벤트는 취소되었습니다.';
  if (state === 'approved' || state === 'published') {
    return `${toMoment(plan.schedule.opensAt)}에 시작합니다.`;
  }
  return remainingStock === 0
    ? '준비한 수량이 모두 나갔습니다. 관심을 가져 주셔서 고맙습니다.'
    : '응모가 마감되었습니다. 참여해 주셔서 고맙습니다.';
}

function hasDraw({ state, brief }: PlannedCampaign): boolean {
  return brief.entry.mechanic === 'lottery' && ['closed', 'drawn', 'settled'].includes(state);
}
