import { fingerprintOf } from '@kt-event/sdk';
import type { EntryPageOptions } from './entry-page-options.js';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';
import { voidNotice } from './void-notice.js';

/** Why there is no form, and what to do instead. */
export function closedNotice({ campaign, stock, commitment, voided }: EntryPageOptions): Markup {
  if (voided) return voidNotice(voided, campaign.slug);
  const { title, next } = reason(campaign, stock);
  return html`<section class="closed card" role="status">
<h2>${title}</h2>
<p>${next}</p>
${hasDraw(campaign, commitment) && html`<p><a class="button" href="/draws/${campaign.slug}">추첨 검증 페이지 보기</a></p>`}
${commitment && html`<p>약속 지문 <code>${fingerprintOf(commitment)}</code></p>`}
</section>`;
}

interface Reason {
  readonly title: string;
  readonly next: string;
}

function reason({ state, plan, brief }: PlannedCampaign, stock: EntryPageOptions['stock']): Reason {
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
      next: `${rushOf(brief)}그때 이 주소를 다시 열면 응모할 수 있습니다. 화면을 즐겨찾기에 담아 두세요.`,
    };
  }
  if (stock?.remaining === 0 && stock.setAside > 0) {
    return {
      title: '지금 남은 수량이 없습니다.',
      next: `첫 순간에 누르신 분들의 추첨에 ${stock.setAside}개가 남아 있습니다. 그때 응모하셨다면 결과를 접수증 화면에서 보세요.`,
    };
  }
  if (stock?.remaining === 0) {
    return {
      title: '준비한 수량이 모두 나갔습니다.',
      next: '관심을 가져 주셔서 고맙습니다. 이미 받은 쿠폰은 접수증 주소에서 다시 볼 수 있습니다.',
    };
  }
  const told = brief.entry.mechanic === 'lottery' ? ` 결과는 ${toMoment(announceAt)}에 발표합니다.` : '';
  return { title: '응모가 마감되었습니다.', next: `참여해 주셔서 고맙습니다.${told}` };
}

/** What those should know who wait for the opening. */
function rushOf({ entry }: PlannedCampaign['brief']): string {
  const seconds = entry.mechanic === 'first_come' ? entry.rushSeconds : undefined;
  return seconds === undefined ? '' : `첫 ${seconds}초 안에 누르신 분은 추첨하니 서두르지 않으셔도 됩니다. `;
}

function hasDraw({ state, brief }: PlannedCampaign, commitment: EntryPageOptions['commitment']): boolean {
  if (brief.entry.mechanic === 'first_come') return commitment !== undefined;
  return brief.entry.mechanic === 'lottery' && ['closed', 'drawn', 'settled'].includes(state);
}
