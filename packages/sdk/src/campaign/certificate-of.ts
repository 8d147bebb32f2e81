import { fingerprintOf } from '../draw/commitment-hash.js';
import { revealTimeMs } from '../draw/timing.js';
import { verifyTranscript } from '../draw/verify-transcript.js';
import type { CertificateInput } from '../render/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { Anchor, Commitment, Transcript, Verification } from '../schema/draw.js';
import type { SignedVoid } from '../schema/draw-void.js';
import { chosenConcept } from '../schema/plan.js';
import { toSeoul } from '../schema/seoul-time.js';
import { couponPrize } from './draw-rush.js';

/** What goes on the certificate of a draw: what its transcript says, judged again, and nothing that names a person. */
export function certificateOf(
  campaign: Campaign,
  transcript: Transcript,
  publicUrl: string,
  voided?: SignedVoid,
): CertificateInput {
  const { brief, slug, rehearsal } = campaign;
  const { commitment, results } = transcript;
  const verification = verifyTranscript(transcript);
  const winnersOf = (prizeId: string) =>
    results.filter(({ slot }) => slot === prizeId).map(({ entry_id: id }) => id);
  const names = new Map(
    campaign.plan && chosenConcept(campaign.plan).prizes.map(({ id, name }) => [id, name]),
  );
  const prizes = commitment.prizes.map(({ id }) => ({
    name: names.get(id) ?? (id === couponPrize ? '쿠폰' : id),
    winners: winnersOf(id),
  }));
  return {
    storeName: brief.store.name,
    eventName: brief.name,
    facts: [
      {
        name: '경품과 당첨',
        value: prizes.map(({ name, winners }) => `${name} ${winners.length}명`).join(', '),
      },
      ...factsOf(transcript),
      { name: '검증', value: verdictOf(verification) },
      ...(voided ? [{ name: '무효', value: voidOf(voided) }] : []),
    ],
    fingerprint: fingerprintOf(commitment).replace(/(.{4})(?=.)/g, '$1 '),
    proves: voided ? '무효가 된 추첨이라, 당첨 결과로는 증명하는 것이 없습니다.' : verification.proves.ko,
    doesNotProve: verification.doesNotProve.ko,
    prizes,
    url: `${publicUrl}/draws/${slug}`,
    label: labelOf(rehearsal, voided !== undefined),
  };
}

function labelOf(rehearsal: boolean, isVoid: boolean): string | undefined {
  const labels = [
    ...(isVoid ? ['이 추첨은 무효가 되었습니다'] : []),
    ...(rehearsal ? ['리허설 — 실제 추첨이 아닙니다'] : []),
  ];
  return labels.length > 0 ? labels.join(' · ') : undefined;
}

const voidOf = ({ record }: SignedVoid): string => `${record.words} — ${momentOf(record.voided_at)}`;

/** When it was drawn, by the record that was signed. */
export function drawnAtOf({ audit, commitment }: Transcript): string {
  return audit.records.find(({ type }) => type === 'DRAW')?.at ?? commitment.published_at;
}

function factsOf(transcript: Transcript): CertificateInput['facts'] {
  const { commitment, anchors } = transcript;
  const { entries, total_weight: tickets, reserves, published_at: publishedAt } = commitment;
  return [
    { name: '예비 당첨', value: `${reserves}명` },
    { name: '명단', value: `응모 ${entries}명, 응모권 ${tickets}장` },
    { name: '약속 공개', value: momentOf(publishedAt) },
    { name: '공개한 곳', value: placesOf(anchors) },
    { name: '난수', value: randomnessOf(commitment, transcript.beacon) },
    { name: '추첨', value: momentOf(drawnAtOf(transcript)) },
  ];
}

const verdictOf = ({ valid, checks }: Verification): string =>
  valid
    ? `${checks.length}가지를 확인했고 모두 맞습니다`
    : '검증에 실패했습니다. 이 종이의 당첨 결과를 믿지 마세요.';

/** `2026-12-04 12:00:03 (한국 시각)` */
export const momentOf = (instant: string): string =>
  `${toSeoul(instant).slice(0, 19).replace('T', ' ')} (한국 시각)`;

/** Some places are many: a certificate names three, the transcript all. */
const namedPlaces = 3;

function placesOf(anchors: readonly Anchor[]): string {
  if (anchors.length === 0) return '없음 (공개한 시각은 주최자의 말뿐입니다)';
  const named = anchors.slice(0, namedPlaces).map(({ where, at }) => `${where} — ${momentOf(at)}`);
  const more = anchors.length - named.length;
  return [...named, ...(more > 0 ? [`외 ${more}곳`] : [])].join(' / ');
}

function randomnessOf({ beacon }: Commitment, proof: Transcript['beacon']): string {
  switch (beacon.type) {
    case 'drand': {
      const revealMs = revealTimeMs(beacon, 'chain' in proof ? proof.chain : undefined);
      const at = revealMs === undefined ? '' : `, ${momentOf(new Date(revealMs).toISOString())}`;
      return `drand 공개 난수 ${beacon.round}번째${at}`;
    }
    case 'witness':
      return `증인 ${beacon.commits.length}명의 비밀값`;
    case 'operator':
      return '주최자의 비밀값 (조작을 막지는 못합니다)';
  }
}
