import { commitmentHash } from '../draw/commitment-hash.js';
import type { Campaign } from '../schema/campaign.js';
import type { Commitment } from '../schema/draw.js';
import { momentOf } from './certificate-of.js';

/** A post for anybody's blog: what was fixed when, and where it can be checked. */
export function anchorText({ brief, rehearsal }: Campaign, commitment: Commitment, url: string): string {
  const { entries, total_weight: tickets, published_at: publishedAt } = commitment;
  return [
    ...(rehearsal ? ['[리허설 — 실제 추첨이 아닙니다]'] : []),
    `[${brief.store.name}] ${brief.name} 추첨 약속`,
    `응모 ${entries}명, 응모권 ${tickets}장의 명단을 ${momentOf(publishedAt)}에 확정했습니다.`,
    '추첨 뒤에 명단이 바뀌지 않았는지 아래 지문으로 누구나 확인할 수 있습니다.',
    `약속 지문(SHA-256): ${commitmentHash(commitment)}`,
    `확인하는 곳: ${url}`,
  ].join('\n');
}
