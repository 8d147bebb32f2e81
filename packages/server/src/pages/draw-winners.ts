import { chosenConcept, type DrawRecord, type Transcript } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** Who won, by the number on the receipt: it names nobody but to its owner. */
export function winnersPart(
  { slug, plan }: PlannedCampaign,
  { transcript, voided }: DrawRecord,
): Markup | undefined {
  if (!transcript) return undefined;
  const { commitment, results } = transcript;
  const names = new Map(chosenConcept(plan).prizes.map(({ id, name }) => [id, name]));
  const winners = results.filter(({ slot }) => !isReserve(slot));
  const reserves = results.filter(({ slot }) => isReserve(slot));
  return html`<section>
<h2>${voided ? '무효가 되기 전에 뽑힌 응모 확인 번호' : '당첨된 응모 확인 번호'}</h2>
<p>${voided ? '기록으로만 남깁니다. 이 번호로 경품을 받을 수 없습니다.' : '접수증의 응모 확인 번호와 비교해 보세요.'}</p>
${commitment.prizes.map(({ id }) => prize(names.get(id) ?? '쿠폰', idsOf(winners, id)))}
${
  reserves.length > 0 &&
  html`<details><summary>예비 당첨 ${reserves.length}명</summary>
<ol>${reserves.map(({ entry_id }) => html`<li><code>${entry_id}</code></li>`)}</ol>
</details>`
}
<p><a href="/draws/${slug}/transcript.json" download>추첨 기록 내려받기</a> — <code>kt-event verify transcript.json</code>으로도 확인할 수 있습니다.</p>
<p><a href="/draws/${slug}/certificate.pdf">추첨 증명서 (PDF, 한 장)</a></p>
</section>`;
}

const isReserve = (slot: string): boolean => /^reserve-\d+$/.test(slot);

const idsOf = (results: Transcript['results'], prizeId: string): string[] =>
  results.filter(({ slot }) => slot === prizeId).map(({ entry_id }) => entry_id);

function prize(name: string, ids: readonly string[]): Markup {
  return html`<h3>${name} <small>${ids.length}명</small></h3>
<ul class="ids">${ids.map((id) => html`<li><code>${id}</code></li>`)}</ul>`;
}
