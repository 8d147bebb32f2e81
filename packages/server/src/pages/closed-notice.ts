import { fingerprintOf } from '@kt-event/sdk';
import type { EntryPageOptions } from './entry-page-options.js';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** Why there is no form, and what to do instead. */
export function closedNotice({ campaign, remainingStock, commitment }: EntryPageOptions): Markup {
  const { title, next } = reason(campaign, remainingStock);
  return html`<section class="closed card" role="status">
<h2>${title}</h2>
<p>${next}</p>
${hasDraw(campaign) && html`<p><a class="button" href="/draws/${campaign.slug}">추첨 검증 페이지 보기</a></p>`}
${commitment && html`<p>약속 지문 <code>${fingerprintOf(commitment)}</code></p>`}
</section>`;
}

interface Reason {
  readonly title: string;
  readonly next: string;
}

function reason({ state, plan, brief }: PlannedCampaign, remainingStock: number | undefined): Reason {
  const { opensAt, announceAt } = plan.schedule;
  if (state === 'cancelled') {
    return {
      title: '이 이벤트는 취소되었습니다.',
      next: `궁금한 점은 ${brief.store.name}(${brief.store.phone})에 물어봐 주세요.`,
    };
  }
  if (state === 'approved' || state === 'published') {
    return {
      title: `${toMoment(opensAt)}에 시작합니다.`,
      next: '그때 이 주소를 다시 열면 응모할 수 있습니다. 화면을 즐겨찾기에 담아 두세요.',
    };
  }
  if (remainingStock === 0) {
    return {
      title: '준비한 수량이 모두 나갔습니다.',
      next: '관심을 가져 주셔서 고맙습니다. 이미 받은 쿠폰은 접수증 주소에서 다시 볼 수 있습니다.',
    };
  }
  const told = brief.entry.mechanic === 'lottery' ? ` 결과는 ${toMoment(announceAt)}에 발표합니다.` : '';
  return { title: '응모가 마감되었습니다.', next: `참여해 주셔서 고맙습니다.${told}` };
}

function hasDraw({ state, brief }: PlannedCampaign): boolean {
  return brief.entry.mechanic === 'lottery' && ['closed', 'drawn', 'settled'].includes(state);
}
