import { createHash } from 'node:crypto';
import type { ChannelPost } from '../providers/channel.js';
import type { Creative } from '../schema/creative.js';

type PostImage = ChannelPost['images'][number];

/** A post that every channel would take. */
export function aPost(over: Partial<ChannelPost> = {}): ChannelPost {
  return {
    campaignId: 'cmp-abcdefghijkl',
    store: {
      name: '행복분식',
      industry: 'restaurant',
      region: '서울 마포구',
      phone: '02-1234-5678',
      businessNumber: '124-81-00998',
    },
    title: '겨울 행운 이벤트',
    text: '(광고)[행복분식] 겨울 행운 이벤트\n\n추첨 10명 떡볶이 세트\n\n문의 02-1234-5678\n무료수신거부: 채널 홈 > 채널 차단',
    hashtags: ['행복분식', '겨울이벤트'],
    videos: [],
    audio: [],
    images: [],
    link: 'https://example.com/e/abcd?c=instagram',
    period: { start: '2026-12-01', end: '2026-12-14' },
    ...over,
  };
}

export function aCreative(over: Partial<Creative> = {}): Creative {
  const bytes = new TextEncoder().encode('not a real picture');
  return {
    id: 'instagram-square',
    kind: 'image',
    channel: 'instagram',
    path: 'creatives/instagram/square.jpg',
    mediaType: 'image/jpeg',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    widthPx: 1080,
    heightPx: 1080,
    text: '행복분식 겨울 행운 이벤트 그림',
    hashtags: [],
    mode: 'local',
    madeBy: 'template',
    dropped: [],
    ...over,
  };
}

export function aPostImage(url: string, over: Partial<Creative> = {}): PostImage {
  return { ...aCreative(over), url };
}
