import type { StoreProfile } from '../schema/store-profile.js';
import { neutral } from './winner-text.js';

const consentNotices = ['result', 'withdrawal', 'confirm'] as const;

/**
 * `result`: what became of a consent. `withdrawal`: what became of taking it back. `confirm`: it is two years old, and
 * stands unless it is withdrawn.
 */
export type ConsentNotice = (typeof consentNotices)[number];

/** Of the name that a run was begun with. */
export function toConsentNotice(name: string | undefined): ConsentNotice {
  return consentNotices.find((notice) => notice === name) ?? 'result';
}

interface Consent {
  readonly store: Pick<StoreProfile, 'name' | 'phone'>;
  /** On which it was given, Asia/Seoul. */
  readonly day: string;
  /** On which it was taken back. */
  readonly withdrawnOn?: string | undefined;
}

/**
 * Who writes, what was agreed to and on which day, and what became of it: no more and no less, as the decree asks, and no
 * word that promotes. Source: 정보통신망법 시행령 §62의2, §62의3, read 2026-11-20.
 */
export function consentText(notice: ConsentNotice, { store, day, withdrawnOn }: Consent): string {
  const name = neutral(store.name, '매장');
  const titles: Readonly<Record<ConsentNotice, string>> = {
    result: '동의 처리 결과',
    withdrawal: '동의 철회 처리 결과',
    confirm: '동의 확인',
  };
  const ends: Readonly<Record<ConsentNotice, readonly string[]>> = {
    result: ['처리 결과: 동의하신 대로 등록했습니다.', '받지 않으시려면 언제든지 위 번호로 알려 주세요.'],
    withdrawal: [
      `철회하신 날: ${withdrawnOn ?? ''}`,
      '처리 결과: 동의를 거두었습니다. 더는 소식을 보내지 않습니다.',
    ],
    confirm: ['계속 받으시려면 하실 일이 없습니다.', '받지 않으시려면 위 번호로 알려 주세요. 바로 거둡니다.'],
  };
  return [
    `[${name}] 소식 받기 ${titles[notice]} 안내`,
    `보내는 곳: ${name} (문의 ${store.phone})`,
    `동의하신 내용: ${name}의 소식을 문자·카카오톡으로 받기`,
    `동의하신 날: ${day}`,
    ...ends[notice],
  ].join('\n');
}
