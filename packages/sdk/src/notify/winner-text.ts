import { findWord, words } from '../rules/words.js';
import { dayOf } from '../schema/seoul-time.js';
import type { StoreProfile } from '../schema/store-profile.js';

export interface WinnerTextInput {
  readonly store: StoreProfile;
  readonly campaignName: string;
  /** Masked: a message that reaches a wrong phone names nobody. */
  readonly maskedName: string;
  readonly prizeName: string;
  readonly claimUntil: string;
  /** Page on which anybody can check the draw. */
  readonly proofUrl: string;
}

/**
 * Tells a winner, and nothing else: one promoting word would make the whole message advertising (MSG-010).
 * A name that holds such a word is replaced; the page says which prize it is.
 */
export function winnerText(input: WinnerTextInput): string {
  const { store, maskedName, claimUntil, proofUrl } = input;
  const campaign = neutral(input.campaignName, '추첨 행사');
  const prize = neutral(input.prizeName, '경품');
  const [, month, date] = lastDay(claimUntil).split('-').map(Number);
  return [
    `[${neutral(store.name, '매장')}] 당첨 안내`,
    `${maskedName}님, 참여하신 '${campaign}' 추첨 결과 '${prize}'에 당첨되셨습니다.`,
    `받는 곳: ${store.region} 매장 (${month}월 ${date}일까지, 응모 확인증을 보여 주세요)`,
    `추첨 결과 확인: ${proofUrl}`,
    '기한 안에 받지 않으시면 예비 순번으로 넘어갑니다.',
    `문의 ${store.phone}`,
    '※ 고객님이 참여하신 이벤트 당첨으로 지급되는 경품 안내입니다.',
  ].join('\n');
}

/** The last whole day: a deadline at midnight has passed when its day begins. */
function lastDay(until: string): string {
  return dayOf(new Date(Date.parse(until) - 1_000));
}

/** Names are one line of text and nothing more. */
function neutral(name: string, instead: string): string {
  const line = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line === '' || findWord(line, words.promotion) !== undefined ? instead : line;
}
