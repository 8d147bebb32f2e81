import {
  chosenConcept,
  type DrawRecord,
  fingerprintOf,
  type Transcript,
  type Verification,
} from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';
import type { PlannedCampaign } from './planned-campaign.js';

export interface DrawPageOptions {
  readonly campaign: PlannedCampaign;
  readonly draw: DrawRecord | undefined;
  /** The server's own check; the transcript lets anyone repeat it. */
  readonly verification: Verification | undefined;
}

/** The proof of one draw. No personal data is on it. */
export function drawPage({ campaign, draw, verification }: DrawPageOptions): string {
  const { brief, slug, rehearsal } = campaign;
  return layout({
    title: `추첨 검증 · ${brief.name}`,
    rehearsal,
    body: html`<header>
<p class="store">${brief.store.name}</p>
<h1>추첨 검증</h1>
</header>
<p><a href="/e/${slug}">${brief.name}</a></p>
${draw ? commitmentPart(draw, slug) : uncommitted(campaign)}
${draw && !draw.transcript && html`<p class="closed" role="status">아직 추첨하지 않았습니다. 약속한 난수가 나오면 결과가 이곳에 나옵니다.</p>`}
${draw?.transcript && winnersPart(campaign, draw.transcript)}
${verification && verdictPart(verification)}`,
  });
}

function uncommitted({ state, plan: { schedule } }: PlannedCampaign): Markup {
  return html`<p class="closed" role="status">${sentence()}</p>`;

  function sentence(): string {
    if (state === 'cancelled') return '취소된 이벤트라서 추첨이 없습니다.';
    if (state === 'settled') return '응모가 없어서 추첨하지 않았습니다.';
    const drawAt = toMoment(schedule.drawAt ?? schedule.announceAt);
    return `아직 응모자 명단이 확정되지 않았습니다. 추첨은 ${drawAt}입니다.`;
  }
}

function commitmentPart({ commitment: { commitment } }: DrawRecord, slug: string): Markup {
  return html`<h2>추첨 전에 공개한 약속</h2>
<dl class="stack">
<dt>응모자</dt><dd>${commitment.entries}명, 응모권 ${commitment.total_weight}장</dd>
<dt>명단 확정</dt><dd>${toMoment(commitment.published_at)}</dd>
<dt>난수</dt><dd>${beaconOf(commitment.beacon)}</dd>
<dt>약속 지문</dt><dd><code>${fingerprintOf(commitment)}</code></dd>
<dt>명단 지문</dt><dd><code>${commitment.root}</code></dd>
</dl>
<p><a href="/draws/${slug}/commitment.json" download>약속 내려받기</a> — 추첨 전에 저장해 두면 나중에 바뀌지 않았는지 비교할 수 있습니다.</p>`;
}

function beaconOf(beacon: DrawRecord['commitment']['commitment']['beacon']): string {
  switch (beacon.type) {
    case 'drand':
      return `drand 공개 난수 ${beacon.round}번째`;
    case 'witness':
      return `증인 ${beacon.commits.length}명의 비밀값`;
    case 'operator':
      return '주최자의 비밀값 (조작을 막지는 못합니다)';
  }
}

function winnersPart({ slug, plan }: PlannedCampaign, { results }: Transcript): Markup {
  const names = new Map(chosenConcept(plan).prizes.map(({ id, name }) => [id, name]));
  const nameOf = (slot: string) => names.get(slot) ?? slot.replace(/^reserve-/, '예비 ');
  return html`<h2>당첨된 응모 확인 번호</h2>
<ol>${results.map(({ slot, entry_id }) => html`<li>${nameOf(slot)}<br><code>${entry_id}</code></li>`)}</ol>
<p><a href="/draws/${slug}/transcript.json" download>추첨 기록 내려받기</a> — <code>kt-event verify transcript.json</code>으로 누구나 다시 검증할 수 있습니다.</p>`;
}

function verdictPart({ valid, checks, proves, doesNotProve }: Verification): Markup {
  return html`<h2>${valid ? '검증을 모두 통과했습니다' : '검증에 실패했습니다'}</h2>
<ul class="checks">${checks.map(({ ok, ko }) => html`<li>${ok ? '✓' : '✗'} ${ko}</li>`)}</ul>
<p><strong>증명하는 것:</strong> ${proves.ko}</p>
<p><strong>증명하지 못하는 것:</strong> ${doesNotProve.ko}</p>`;
}
