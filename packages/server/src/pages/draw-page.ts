import { commitmentPart } from './draw-commitment.js';
import type { DrawPageOptions } from './draw-page-options.js';
import { drawSelfCheck } from './draw-self-check.js';
import { drawStatus } from './draw-status.js';
import { verdictPart } from './draw-verdict.js';
import { winnersPart } from './draw-winners.js';
import { html } from './html.js';
import { layout } from './layout.js';

/** The proof of one draw. No personal data is on it, and all but the visitor's own check is there without script. */
export function drawPage(options: DrawPageOptions): string {
  const { campaign, draw, anchors, verification } = options;
  const { brief, slug, rehearsal } = campaign;
  return layout({
    title: `추첨 검증 · ${brief.name}`,
    rehearsal,
    storeName: brief.store.name,
    styles: ['checks.css'],
    scripts: draw ? ['verify.js'] : [],
    body: html`<div class="narrow">
<header>
<p class="store">${brief.store.name}</p>
<h1>추첨 검증</h1>
<p><a href="/e/${slug}">${brief.name}</a></p>
</header>
${drawStatus(options)}
${draw && !draw.transcript && commitmentPart(draw, slug, anchors)}
${draw && drawSelfCheck(draw, slug)}
${draw && winnersPart(campaign, draw)}
${draw?.transcript && commitmentPart(draw, slug, anchors)}
${verification && verdictPart(verification)}
</div>`,
  });
}
