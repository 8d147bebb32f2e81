import { type Anchor, commitmentHash, type DrawRecord, fingerprintOf } from '@kt-event/sdk';
import { anchorsPart } from './draw-anchors.js';
import { randomnessOf, revealOf } from './draw-randomness.js';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';

/** What was fixed and shown before anybody could know the result. */
export function commitmentPart(
  { commitment: { commitment }, transcript }: DrawRecord,
  slug: string,
  anchors: readonly Anchor[],
): Markup {
  const revealedAt = revealOf(commitment);
  return html`<section>
<h2>추첨 전에 공개한 약속</h2>
<p>명단과 경품, 앞으로 쓸 난수를 먼저 못 박고 서명했습니다. 이 가운데 하나라도 바뀌면 지문이 달라집니다.</p>
<dl class="stack">
<dt>약속 지문</dt><dd><code class="fingerprint">${grouped(fingerprintOf(commitment))}</code></dd>
<dt>응모자</dt><dd>${commitment.entries}명, 응모권 ${commitment.total_weight}장</dd>
<dt>명단 확정</dt><dd>${toMoment(commitment.published_at)}</dd>
<dt>난수</dt><dd>${randomnessOf(commitment)}${revealedAt !== undefined && html`<br>${toMoment(revealedAt)}에 나옵니다`}</dd>
${commitment.excluded && html`<dt>추첨 전에 제외한 응모</dt><dd>${exclusionsOf(commitment.excluded)}</dd>`}
<dt>명단 지문</dt><dd><code>${commitment.root}</code></dd>
<dt>약속 전체의 지문</dt><dd><code>${commitmentHash(commitment)}</code></dd>
${anchorsPart(transcript?.anchors ?? anchors)}
</dl>
<p><a href="/draws/${slug}/commitment.json" download>약속 내려받기</a></p>
</section>`;
}

/** In fours, as people compare them. */
const grouped = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');

function exclusionsOf(excluded: Readonly<Record<string, number>>): string {
  const counts = Object.entries(excluded).filter(([, count]) => count > 0);
  if (counts.length === 0) return '없음';
  return counts.map(([reason, count]) => `${reasons[reason] ?? reason} ${count}건`).join(', ');
}

/** Reasons as the organiser gives them; one that has no name here is shown as it is. */
const reasons: Readonly<Record<string, string>> = {
  staff: '직원과 가족',
  withdrawn: '본인이 응모를 거둠',
  duplicate: '중복 응모',
  fraud: '부정 응모',
};
