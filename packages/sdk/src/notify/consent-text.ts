import type { StoreProfile } from '../schema/store-profile.js';
import { neutral } from './winner-text.js';

/** `result`: what became of a consent. `confirm`: it is two years old, and stands unless it is withdrawn. */
export type ConsentNotice = 'result' | 'confirm';

interface Consent {
  readonly store: Pick<StoreProfile, 'name' | 'phone'>;
  /** On which it was given, Asia/Seoul. */
  readonly day: string;
}

/**
 * Who writes, what was agreed to and on which day, and what became of it: no more and no less, as the decree asks, and no
 * word that promotes. Source: 정보통신망법 시행령 §62의2, §62의3, read 2026-11-20.
 */
export function consentText(notice: ConsentNotice, { store, day }: Consent): string {
  const name = neutral(store.name, '매장');
  const about = [
    `보내는 곳: ${name} (문의 ${store.phone})`,
    `동의하신 내용: ${name}의 소식을 문자·카카오톡으로 받기`,
  ];
  const given = `동의하신 날: ${day}`;
  if (notice === 'result')
    return [
      `[${name}] 소식 받기 동의 처리 결과 안내`,
      ...about,
      given,
      '처리 결과: 동의하신 대로 등록했습니다.',
      '받지 않으시려면 언제든지 위 번호로 알려 주세요.',
    ].join('\n');
  return [
    `[${name}] 소식 받기 동의 확인 안내`,
    ...about,
    given,
    '계속 받으시려면 하실 일이 없습니다.',
    '받지 않으시려면 위 번호로 알려 주세요. 바로 거둡니다.',
  ].join('\n');
}
