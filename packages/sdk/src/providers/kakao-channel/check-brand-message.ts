import type { Bilingual } from '../../errors/index.js';
import type { ChannelPost } from '../channel.js';
import type { DealerLimits } from '../kakao-dealer.js';
import type { Audience } from './audience.js';

/** Of a text bubble: UTF-16 units, and line breaks. Source: NHN Cloud's guide on 브랜드 메시지, read 2026-11-20. */
const limits = { text: 1_300, lineBreaks: 99 } as const;

/** What a brand message may not be sent for, apart from the hour. Rules MSG-001 and MSG-003, and Kakao's own. */
export function checkBrandMessage(
  { text }: ChannelPost,
  audience: Audience,
  dealer: DealerLimits,
): readonly Bilingual[] {
  const lineBreaks = text.split('\n').length - 1;
  const { phones, unreadable } = audience;
  return [
    ...(text.startsWith('(광고)') ? [] : [noMark]),
    ...(text.includes('수신거부') ? [] : [noWayOut]),
    ...(text.length > limits.text ? [longText(text.length)] : []),
    ...(lineBreaks > limits.lineBreaks ? [manyLines(lineBreaks)] : []),
    ...(unreadable > 0 ? [noPhones(unreadable)] : []),
    ...(phones.length === 0 && unreadable === 0 ? [nobody] : []),
    ...(phones.length > dealer.recipients ? [tooMany(phones.length, dealer.recipients)] : []),
  ];
}

const noMark: Bilingual = {
  ko: "광고 메시지는 맨 앞이 '(광고)'여야 합니다",
  en: "it does not begin with '(광고)'",
};

const noWayOut: Bilingual = {
  ko: '수신거부 방법이 적혀 있지 않습니다',
  en: 'it does not say how to refuse (수신거부)',
};

const nobody: Bilingual = { ko: '받는 사람이 없습니다', en: 'there is nobody to send it to' };

const longText = (length: number): Bilingual => ({
  ko: `메시지가 ${length}자입니다. ${limits.text}자까지 쓸 수 있습니다`,
  en: `the text has ${length} characters of at most ${limits.text}`,
});

const manyLines = (count: number): Bilingual => ({
  ko: `줄바꿈이 ${count}번입니다. ${limits.lineBreaks}번까지 쓸 수 있습니다`,
  en: `the text has ${count} line breaks of at most ${limits.lineBreaks}`,
});

const noPhones = (count: number): Bilingual => ({
  ko: `받는 사람 목록에 휴대전화 번호가 아닌 것이 ${count}개 있습니다`,
  en: `${count} of the recipients are not Korean mobile numbers`,
});

const tooMany = (count: number, most: number): Bilingual => ({
  ko: `받는 사람이 ${count}명입니다. 한 번에 ${most}명까지 정확히 한 번씩 보낼 수 있으니 목록을 나눠 주세요`,
  en: `there are ${count} recipients; up to ${most} can be reached exactly once at a time, so divide the list`,
});
