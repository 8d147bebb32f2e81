import { chosenConcept, type Receipt, type RushPlace, type Transcript } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import type { PlannedCampaign } from './planned-campaign.js';
import type { ReceiptView } from './receipt-view.js';
import { voidNotice } from './void-notice.js';

/** How it stands with this entry. */
export function receiptResult(view: ReceiptView): Markup | false {
  const { campaign, receipt, results, rush, voided } = view;
  if (receipt.couponNo !== undefined) return false;
  if (voided) return voidNotice(voided, campaign.slug);
  const { title, next, won } = rush ? rushResult(view, rush) : resultOf(campaign, receipt, results);
  return html`<section class="card result${won && ' won'}" role="status"><h2>${title}</h2>
<p>${next}</p></section>`;
}

interface Result {
  readonly title: string;
  readonly next: string;
  readonly won: boolean;
}

function resultOf(
  campaign: PlannedCampaign,
  receipt: Receipt,
  results: Transcript['results'] | undefined,
): Result {
  const { brief, plan, state } = campaign;
  const { drawAt, announceAt, claimUntil } = plan.schedule;
  if (state === 'cancelled') return untold('이 이벤트는 취소되었습니다', `문의: ${brief.store.phone}`);
  if (!results) {
    return untold(
      `추첨은 ${toMoment(drawAt ?? announceAt)}입니다`,
      `발표는 ${toMoment(announceAt)}입니다. 그 뒤 이 화면을 다시 열면 결과가 나옵니다.`,
    );
  }
  const slot = results.find(({ entry_id }) => entry_id === receipt.entryId)?.slot;
  if (slot === undefined) {
    return untold(
      '이번에는 당첨되지 않았습니다',
      '응모해 주셔서 고맙습니다. 결과는 누구나 다시 계산해 볼 수 있습니다.',
    );
  }
  const reserve = /^reserve-(\d+)$/.exec(slot)?.[1];
  if (reserve !== undefined) {
    return untold(`예비 ${reserve}번입니다`, '당첨된 분이 기한 안에 받지 않으시면 차례대로 연락드립니다.');
  }
  const prize = chosenConcept(plan).prizes.find(({ id }) => id === slot)?.name ?? slot;
  return {
    title: `축하합니다! ${prize}에 당첨되셨습니다`,
    next: `응모하신 번호로 받는 방법을 안내합니다. 수령 기한은 ${toMoment(claimUntil)}입니다.`,
    won: true,
  };
}

/** Of one who came in the first seconds. */
function rushResult({ campaign, listed }: ReceiptView, rush: RushPlace): Result {
  const { state, brief } = campaign;
  if (state === 'cancelled') return untold('이 이벤트는 취소되었습니다', `문의: ${brief.store.phone}`);
  switch (rush.state) {
    case 'won':
      return {
        title: `축하합니다! ${rush.couponNo}번 쿠폰을 받으셨습니다`,
        next: '아래에서 쿠폰 화면을 열어 매장에서 보여 주세요.',
        won: true,
      };
    case 'lost':
      return untold(
        '이번에는 쿠폰을 받지 못하셨습니다',
        listed
          ? '첫 순간에 준비한 수량보다 많은 분이 오셔서 추첨했습니다. 결과는 누구나 다시 계산해 볼 수 있습니다.'
          : '추첨할 수량이 남아 있지 않았습니다.',
      );
    case 'waiting':
      return untold(
        '첫 순간에 오신 분들끼리 나눕니다',
        listed
          ? '수량보다 많은 분이 오셔서 추첨합니다. 명단은 정해졌습니다. 조금 뒤 이 화면을 다시 열면 결과가 나옵니다.'
          : '수량보다 적게 오셨으면 모두 받고, 많이 오셨으면 추첨합니다. 1분쯤 뒤 이 화면을 다시 열어 보세요.',
      );
  }
}

const untold = (title: string, next: string): Result => ({ title, next, won: false });
