import type { Bilingual } from '../../errors/index.js';

/**
 * What to do about a failure. `signIn`: the owner must log in again. `permission`: the token may not do this.
 * `later`: refused for now. `unclear`: it may have worked all the same. `refused`: this content or request will not be
 * taken. `stop`: the account is restricted, and posting on makes it worse.
 */
type Verdict = 'signIn' | 'permission' | 'later' | 'unclear' | 'refused' | 'stop';

export interface KnownFailure {
  readonly verdict: Verdict;
  /** What happened and what helps, for a person. */
  readonly words?: Bilingual;
}

const refused = (ko: string, en: string): KnownFailure => ({ verdict: 'refused', words: { ko, en } });
const signIn: KnownFailure = { verdict: 'signIn' };
const permission: KnownFailure = { verdict: 'permission' };
const later: KnownFailure = { verdict: 'later' };
const unclear: KnownFailure = { verdict: 'unclear' };
const dailyLimit: KnownFailure = {
  verdict: 'later',
  words: { ko: '하루에 올릴 수 있는 개수를 다 썼습니다', en: 'the daily limit of posts is reached' },
};
const stop = (ko: string, en: string): KnownFailure => ({
  verdict: 'stop',
  words: {
    ko: `${ko}. 더 올리지 말고 인스타그램 앱에서 계정 상태를 확인하세요`,
    en: `${en}; stop posting and look at the account's status in the Instagram app`,
  },
});

/** Source: Meta's content publishing error table, read 2026-11-20, unless marked. They say more than the code above them. */
export const failuresBySubcode: Readonly<Record<number, KnownFailure>> = {
  2207003: later, // downloading the media took too long
  2207020: refused('올릴 준비를 한 지 24시간이 지났습니다', 'the container has expired'),
  2207001: unclear,
  2207032: unclear, // creating it failed; repeating makes another container
  2207053: refused('파일을 올리다가 실패했습니다', 'the upload failed'),
  2207057: refused('표지로 쓸 장면이 영상 길이를 벗어납니다', 'the cover lies beyond the end of the film'),
  2207051: stop('인스타그램이 이 계정의 활동을 제한했습니다', 'Instagram restricts this account'),
  2207042: dailyLimit,
  2207008: later, // the container is not ready
  2207006: later, // [M] the same, or it is not found
  2207004: refused('그림 파일이 너무 큽니다', 'the picture is too large'),
  2207005: refused('인스타그램이 받지 않는 그림 형식입니다', 'the picture is not of a supported format'), // [M]
  2207009: refused('그림의 가로세로 비율이 맞지 않습니다', 'the picture is too tall or too wide'), // [M]
  2207026: refused('인스타그램이 받지 않는 영상 형식입니다', 'the film is not of a supported format'), // [M]
  2207052: refused('인스타그램이 파일 주소를 열지 못했습니다', 'Instagram could not fetch the media'), // [M]
  2207010: refused('문구가 너무 깁니다', 'the caption is too long'), // [M]
  458: signIn, // the app was removed
  459: signIn, // a checkpoint
  460: signIn, // the password was changed
  463: signIn, // expired
  464: signIn, // an unconfirmed user
  467: signIn, // invalid
};

/** Source: Meta's Graph error table, read 2026-11-20, unless marked. */
const failuresByCode: Readonly<Record<number, KnownFailure>> = {
  [-2]: unclear,
  [-1]: unclear,
  1: unclear,
  2: unclear,
  3: permission,
  4: later,
  9: dailyLimit,
  10: permission,
  17: later,
  24: later,
  32: later,
  100: { verdict: 'refused' },
  190: permission, // without a subcode: refused, and not said why
  341: later,
  352: refused('인스타그램이 받지 않는 영상 형식입니다', 'the film is not of a supported format'), // [M]
  368: stop('인스타그램이 정책 위반을 이유로 잠시 막았습니다', 'Instagram blocks this account over a policy'),
  506: refused('방금 올린 것과 같은 내용입니다', 'it repeats the post before it'),
  613: later,
  9004: refused('인스타그램이 파일 주소를 열지 못했습니다', 'Instagram could not fetch the media'), // [M]
  36000: refused('그림 파일이 너무 큽니다', 'the picture is too large'),
  36001: refused('인스타그램이 받지 않는 그림 형식입니다', 'the picture is not of a supported format'), // [M]
  36003: refused('그림의 가로세로 비율이 맞지 않습니다', 'the picture is too tall or too wide'), // [M]
  80002: later, // [M] the account's own budget of calls
};

/** Whole families of codes: 200 to 299 are permissions. */
export function knownFailure(code: number, subcode: number): KnownFailure | undefined {
  const known = failuresBySubcode[subcode] ?? failuresByCode[code];
  return known ?? (code >= 200 && code <= 299 ? permission : undefined);
}
