import { findWord, words } from '../rules/words.js';
import type { NoticeKind } from '../schema/notice.js';
import { dayOf } from '../schema/seoul-time.js';
import type { StoreProfile } from '../schema/store-profile.js';
import { fillTemplate, type NoticeVariables } from './notice-template.js';

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

/** The whole notice. */
export function winnerText(input: WinnerTextInput): string {
  return fillTemplate(input.kind, winnerVariables(input));
}

/**
 * What a notice tells a winner, and nothing else: one promoting word would make the whole message advertising (MSG-010).
 * A name that holds such a word is replaced; the page says which prize it is.
 */
export function winnerVariables(input: Omit<WinnerTextInput, 'kind'>): NoticeVariables {
  const [, month, date] = lastDayOf(input.claimUntil).split('-').map(Number);
  return {
    매장: neutral(input.store.name, '매장'),
    이름: input.maskedName,
    이벤트: neutral(input.campaignName, '추첨 행사'),
    경품: neutral(input.prizeName, '경품'),
    수령확인: input.claimUrl,
    기한: `${month}월 ${date}일`,
    결과확인: input.proofUrl,
    문의: input.store.phone,
  };
}

/** The last whole day: a deadline at midnight has passed when its day begins. */
function lastDayOf(until: string): string {
  return dayOf(new Date(Date.parse(until) - 1_000));
}

/** Names are one line of text and nothing more. Letters that were spread out to hide a word are put together first. */
export function neutral(name: string, instead: string): string {
  const line = name
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const joined = line
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}+%]/gu, '')
    .toLowerCase();
  const promotes = [line.toLowerCase(), joined].some((text) => findWord(text, promoting) !== undefined);
  const isPlace = line.includes('#{'); // whoever fills the template in may take it for one of its own
  return line === '' || promotes || isPlace ? instead : line;
}

const promoting = [...words.promotion, ...words.promotingNames];
