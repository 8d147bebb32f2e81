import type { Campaign } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** How it is drawn, how that can be checked, and how winners hear of it: before anybody enters. */
export function promises({ brief, plan, slug }: PlannedCampaign): Markup {
  const { announceAt, claimUntil } = plan.schedule;
  const { name } = brief.store;
  if (brief.entry.mechanic === 'first_come') {
    return html`<h2>쿠폰은 이렇게 씁니다</h2>
<ol>
<li>보내는 순서대로 번호가 정해지고, 그 자리에서 쿠폰이 나옵니다.</li>
<li>${toMoment(claimUntil)}까지 ${name}에서 쿠폰 화면을 보여 주세요.</li>
</ol>`;
  }
  return html`<h2>추첨은 이렇게 합니다</h2>
<ol>
<li>${methodOf(brief)}</li>
<li>누구나 <a href="/draws/${slug}">추첨 검증 화면</a>에서 결과를 다시 계산해 볼 수 있습니다. 응모하면 나오는 접수증으로 내가 명단에 있었는지도 확인할 수 있습니다.</li>
<li>당첨되신 분께는 ${toMoment(announceAt)} 이후 ${name} 이름으로 휴대폰 메시지를 보냅니다. 당첨을 이유로 돈이나 비밀번호를 묻지 않습니다.</li>
</ol>`;
}

function methodOf({ draw }: Campaign['brief']): string {
  switch (draw?.beacon) {
    case 'operator':
      return '마감하면 명단의 지문을 먼저 공개하고 주최자의 비밀값으로 뽑은 뒤 기록을 공개합니다. 조작을 완전히 막는 방식은 아닙니다.';
    case 'witness':
      return '마감하면 명단의 지문을 먼저 공개하고, 여러 증인의 비밀값을 모아 뽑습니다. 한 명이라도 정직하면 아무도 결과를 고를 수 없습니다.';
    default:
      return '마감하면 명단의 지문을 먼저 공개하고, 그 뒤에 나오는 공개 난수(drand)로 뽑습니다. 주최자도 결과를 고를 수 없습니다.';
  }
}
