import { findWord, words } from '../rules/words.js';
import { dayOf } from '../schema/seoul-time.js';
import type { StoreProfile } from '../schema/store-profile.js';
import type { NoticeKind } from './notice-kind.js';

export interface WinnerTextInput {
  readonly kind: NoticeKind;
  readonly store: StoreProfile;
  readonly campaignName: string;
  /** Masked: a message that reaches a wrong phone names nobody. */
  readonly maskedName: string;
  readonly prizeName: string;
  readonly claimUntil: string;
  /** The winner's own page. */
  readonly claimUrl: string;
  /** Page on which anybody can check the draw. */
  readonly proofUrl: string;
}

/** What a notice is made of, as text and as the variables of an approved template. */
interface WinnerWords {
  readonly store: string;
  readonly name: string;
  readonly campaign: string;
  readonly prize: string;
  readonly lastDay: string;
}

/** Why they may be written to: without this sentence Kakao takes it for advertising. Source: AlimTalk policy, 2026-04-01. */
const ground = '※ 고객님이 참여하신 이벤트 당첨으로 지급되는 경품 안내입니다.';

/**
 * Tells a winner, and nothing else: one promoting word would make the whole message advertising (MSG-010).
 * A name that holds such a word is replaced; the page says which prize it is.
 */
export function winnerText(input: WinnerTextInput): string {
  const { kind, store, claimUrl, proofUrl } = input;
  const { store: storeName, name, campaign, prize, lastDay } = winnerWords(input);
  const told =
    kind === 'winner'
      ? `${name}님, 참여하신 '${campaign}' 추첨 결과 '${prize}'에 당첨되셨습니다.`
      : `${name}님, '${campaign}'에서 당첨되신 '${prize}'의 수령 확인을 기다리고 있습니다.`;
  return [
    `[${storeName}] ${kind === 'winner' ? '당첨 안내' : '당첨 확인 기한 안내'}`,
    told,
    `수령 확인: ${claimUrl}`,
    `확인 기한: ${lastDay}까지. 기한 안에 확인이 없으면 예비 순번으로 넘어갑니다.`,
    `추첨 결과 확인: ${proofUrl}`,
    `문의 ${store.phone}`,
    ground,
  ].join('\n');
}

function winnerWords(input: Omit<WinnerTextInput, 'kind' | 'claimUrl' | 'proofUrl'>): WinnerWords {
  const [, month, date] = lastDayOf(input.claimUntil).split('-').map(Number);
  return {
    store: neutral(input.store.name, '매장'),
    name: input.maskedName,
    campaign: neutral(input.campaignName, '추첨 행사'),
    prize: neutral(input.prizeName, '경품'),
    lastDay: `${month}월 ${date}일`,
  };
}

/** The last whole day: a deadline at midnight has passed when its day begins. */
function lastDayOf(until: string): string {
  return dayOf(new Date(Date.parse(until) - 1_000));
}

/** Names are one line of text and nothing more. Letters that were spread out to hide a word are put together first. */
function neutral(name: string, instead: string): string {
  const line = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  const joined = line
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}+%]/gu, '')
    .toLowerCase();
  const promotes = [line.toLowerCase(), joined].some((text) => findWord(text, promoting) !== undefined);
  return line === '' || promotes ? instead : line;
}

const promoting = [...words.promotion, ...words.promotingNames];
