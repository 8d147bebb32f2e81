import { type DrawRecord, revealTimeMs } from '@kt-event/sdk';

export type Commitment = DrawRecord['commitment']['commitment'];

/** When the announced randomness appears; undefined where people decide that. */
export function revealOf({ beacon }: Commitment): string | undefined {
  const revealMs = revealTimeMs(beacon);
  return revealMs === undefined ? undefined : new Date(revealMs).toISOString();
}

/** What decides, for somebody who has never heard of it. */
export function randomnessOf({ beacon }: Commitment): string {
  switch (beacon.type) {
    case 'drand':
      return `drand 공개 난수 ${beacon.round}번째`;
    case 'witness':
      return `증인 ${beacon.commits.length}명의 비밀값`;
    case 'operator':
      return '주최자의 비밀값 (조작을 막지는 못합니다)';
  }
}
