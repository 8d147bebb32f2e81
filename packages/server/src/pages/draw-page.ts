import type { Campaign, DrawRecord, Verification } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';

export interface DrawPageOptions {
  readonly campaign: Campaign;
  readonly draw: DrawRecord | undefined;
  /** The server's own check; the transcript lets anyone repeat it. */
  readonly verification: Verification | undefined;
}

/** The proof of one draw. No personal data is on it. */
export function drawPage({ campaign, draw, verification }: DrawPageOptions): string {
  return layout({
    title: `추첨 검증 · ${campaign.brief.name}`,
    rehearsal: campaign.rehearsal,
    body: html`<h1>추첨 검증</h1>
<p>${campaign.brief.store.name} · ${campaign.brief.name}</p>
${draw ? commitment(draw) : html`<p role="status">아직 응모자 명단이 확정되지 않았습니다.</p>`}
${verification && checks(verification)}
${draw?.transcript && winners(draw, campaign.slug)}`,
  });
}

function commitment({ commitment: { commitment } }: DrawRecord): Markup {
  return html`<h2>추첨 전에 공개한 약속</h2>
<dl>
<dt>응모자</dt><dd>${commitment.entries}명, 응모권 ${commitment.total_weight}장</dd>
<dt>명단 확정</dt><dd>${toMoment(commitment.published_at)}</dd>
<dt>명단 지문</dt><dd><code>${commitment.root}</code></dd>
</dl>`;
}

function checks({ checks, proves, doesNotProve }: Verification): Markup {
  return html`<h2>검증 결과</h2>
<ul class="checks">${checks.map(({ ok, ko }) => html`<li>${ok ? '✓' : '✗'} ${ko}</li>`)}</ul>
<p><strong>증명하는 것:</strong> ${proves.ko}</p>
<p><strong>증명하지 못하는 것:</strong> ${doesNotProve.ko}</p>`;
}

function winners({ transcript }: DrawRecord, slug: string): Markup {
  return html`<h2>당첨된 응모 확인 번호</h2>
<ol>${(transcript?.results ?? []).map(({ slot, entry_id }) => html`<li>${slot}: <code>${entry_id}</code></li>`)}</ol>
<p><a href="/draws/${slug}/transcript.json" download>추첨 기록 내려받기</a> — <code>kt-event verify transcript.json</code>으로 누구나 다시 검증할 수 있습니다.</p>`;
}
