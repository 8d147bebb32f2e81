import { ktRegionCodes } from './check-kt-post.js';
import { ktChannels } from './kt-channels.js';
import type { Submission } from './submission.js';

const kinds = { video: '영상', image: '그림', audio: '음원' } as const;
const blank = '____________________ (적어 주세요)';

/** The order as a person sends it to KT or its agency. */
export function toOrderSheet(submission: Submission, script: string): string {
  const { channel, post } = submission;
  const { store, title, period, link } = post;
  const { name, medium } = ktChannels[channel];
  return [
    `${name} 광고 신청서`,
    '',
    '[광고주]',
    `상호: ${store.name}`,
    `사업자등록번호: ${store.businessNumber ?? blank}`,
    `연락처: ${store.phone}`,
    `지역: ${store.region}`,
    '',
    '[광고]',
    `이벤트: ${title}`,
    `기간: ${period.start} ~ ${period.end}`,
    ...toTarget(submission),
    `참여 주소: ${link}`,
    '',
    '[소재]',
    toMaterial(submission),
    '',
    medium === 'line'
      ? '[안내 멘트 (심사용, script.txt와 같습니다)]'
      : '[문구 (심사용, script.txt와 같습니다)]',
    script,
  ].join('\n');
}

function toTarget({ channel, post, regionCodes }: Submission): string[] {
  if (!ktChannels[channel].needsRegion) return [];
  const codes = ktRegionCodes(post, regionCodes);
  return [`내보낼 지역 (법정동코드): ${codes.length === 0 ? blank : codes.join(', ')}`];
}

function toMaterial({ channel, file }: Submission): string {
  if (!file) return ktChannels[channel].medium === 'line' ? '녹음을 함께 신청합니다.' : `소재: ${blank}`;
  const { kind, path, mediaType, widthPx, heightPx, bytes, sha256 } = file;
  const size = widthPx !== undefined && heightPx !== undefined ? `, ${widthPx}×${heightPx}` : '';
  return `${kinds[kind]}: ${path} (${mediaType}${size}, ${bytes}바이트)\nSHA-256: ${sha256}`;
}
