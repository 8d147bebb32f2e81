import { deadDays, deadTimeMs, type Verification } from '@kt-event/sdk';
import type { DrawPageOptions } from './draw-page-options.js';
import { revealOf } from './draw-randomness.js';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';
import { voidVerdict } from './void-notice.js';

/** Where the draw is, in one sentence. */
export function drawStatus({ campaign, draw, verification, now }: DrawPageOptions): Markup {
  if (!draw) return status('', beforeTheList(campaign));
  if (draw.voided) return voidVerdict(draw.voided, campaign.slug);
  if (!verification) {
    const { commitment } = draw.commitment;
    const revealedAt = revealOf(commitment);
    if (revealedAt !== undefined && now.getTime() >= Date.parse(revealedAt) + deadTimeMs)
      return status('bad', `약속한 난수가 ${deadDays}일이 지나도록 나오지 않았습니다.`, dead);
    const at = revealedAt ?? campaign.brief.draw?.at ?? campaign.plan.schedule.announceAt;
    return status('', `명단을 확정했습니다. 당첨자는 ${toMoment(at)}에 나오는 난수로 정해집니다.`, waiting);
  }
  if (!verification.valid) {
    return status('bad', '이 추첨은 검증에 실패했습니다.', '이 기록의 당첨 결과를 믿지 마세요.');
  }
  const { kind, words } = levels[verification.level];
  return status(kind, '추첨이 끝났고, 검증을 모두 통과했습니다.', words);
}

/** How far that goes, by who could have steered the randomness. */
const levels: Record<Verification['level'], { readonly kind: '' | 'ok'; readonly words: string }> = {
  drand: { kind: 'ok', words: '누구도 고를 수 없는 공개 난수로 뽑았습니다. 아래에서 직접 확인해 보세요.' },
  witness: {
    kind: 'ok',
    words: '증인들의 비밀값으로 뽑았습니다. 한 사람이라도 정직하면 결과를 고를 수 없습니다.',
  },
  operator: {
    kind: '',
    words: '주최자의 비밀값으로 뽑았습니다. 바뀐 것은 없지만, 조작을 막는 방식은 아닙니다.',
  },
  sandbox: { kind: '', words: '연습용 난수로 뽑았습니다. 우연에 대해서는 아무것도 증명하지 않습니다.' },
};

const waiting =
  '아직 아무도 결과를 모릅니다. 지금 약속 지문을 적어 두면, 나중에 명단이 바뀌지 않았는지 직접 비교할 수 있습니다.';

const dead =
  '다른 난수로 바꾸어 뽑지 않습니다. 주최자는 이 추첨이 무효임을 서명해 알려야 하고, 다시 하려면 새 이벤트를 알려야 합니다.';

function status(kind: '' | 'ok' | 'bad', sentence: string, more?: string): Markup {
  return html`<div class="verdict ${kind}" role="status">
<p class="sentence"><strong>${sentence}</strong></p>
${more !== undefined && html`<p>${more}</p>`}
</div>`;
}

function beforeTheList({ state, brief: { entry }, plan: { schedule } }: PlannedCampaign): string {
  if (state === 'cancelled') return '취소된 이벤트라서 추첨이 없습니다.';
  if (entry.mechanic === 'first_come') {
    return '첫 순간에 오신 분이 준비한 수량보다 많을 때만 추첨합니다. 지금까지 확정된 명단은 없습니다.';
  }
  if (state === 'settled') return '응모가 없어서 추첨하지 않았습니다.';
  const drawAt = toMoment(schedule.drawAt ?? schedule.announceAt);
  return `아직 응모자 명단이 확정되지 않았습니다. 추첨은 ${drawAt}입니다.`;
}
