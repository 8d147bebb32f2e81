import type { Campaign } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** How it is drawn, how that can be checked, and how winners hear of it: before anybody enters. */
export function promises({ brief, plan, slug }: PlannedCampaign): Markup {
  const { announceAt, claimUntil } = plan.schedule;
  const { name } = brief.store;
  if (brief.entry.mechanic === 'first_come') {
    const { rushSeconds } = brief.entry;
    return html`<h2>쿠폰은 이렇게 나눕니다</h2>
<ol>
${rushSeconds === undefined ? inOrder : rushPart(brief, rushSeconds)}
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

const inOrder = html`<li>보내는 순서대로 번호가 정해지고, 그 자리에서 쿠폰이 나옵니다.</li>`;

/** Who is among the first is for the server's clock to say, and a fast connection is no merit. */
function rushPart(brief: Campaign['brief'], seconds: number): Markup {
  const { draw } = brief;
  const at = draw ? toMoment(draw.at) : '여는 때부터 15분쯤 뒤';
  return html`<li><strong>여는 순간부터 ${seconds}초 안에 누르신 분은 추첨합니다.</strong> 서버의 시계로 셉니다. 준비한 수량보다 적게 오시면 모두 받습니다.</li>
<li>그 뒤에 오신 분은 남은 수량을 보내는 순서대로 받고, 그 자리에서 쿠폰이 나옵니다.</li>
<li>추첨은 이렇게 합니다. ${methodOf(brief, `${seconds}초가 지나면`)}</li>
<li>결과는 ${at} 접수증 화면에 나옵니다. 난수가 늦게 나오면 늦어질 수 있고, 문자는 보내지 않습니다.</li>`;
}

function methodOf({ draw }: Campaign['brief'], when = '마감하면'): string {
  switch (draw?.beacon) {
    case 'operator':
      return `${when} 명단의 지문을 먼저 공개하고 주최자의 비밀값으로 뽑은 뒤 기록을 공개합니다. 조작을 완전히 막는 방식은 아닙니다.`;
    case 'witness':
      return `${when} 명단의 지문을 먼저 공개하고, 여러 증인의 비밀값을 모아 뽑습니다. 한 명이라도 정직하면 아무도 결과를 고를 수 없습니다.`;
    default:
      return `${when} 명단의 지문을 먼저 공개하고, 그 뒤에 나오는 공개 난수(drand)로 뽑습니다. 주최자도 결과를 고를 수 없습니다.`;
  }
}
