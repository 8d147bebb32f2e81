import type { Verification } from '@kt-event/sdk';
import { html, type Markup } from './html.js';

/** What the server found, for those without script, and what it means. */
export function verdictPart({ valid, checks, proves, doesNotProve }: Verification): Markup {
  const sentence = valid ? `${checks.length}가지를 확인했고 모두 맞습니다` : '맞지 않는 것이 있습니다';
  return html`<section>
<h2>서버가 확인한 결과</h2>
<p>${sentence}.</p>
<dl class="meaning">
<dt>증명하는 것</dt><dd>${proves.ko}</dd>
<dt>증명하지 못하는 것</dt><dd>${doesNotProve.ko}</dd>
</dl>
<details><summary>하나씩 보기</summary>
<ol class="findings">${checks.map(finding)}</ol>
</details>
</section>`;
}

function finding({ ok, ko }: Verification['checks'][number]): Markup {
  return html`<li class="${ok ? 'ok' : 'bad'}"><span class="mark" aria-hidden="true">${ok ? '✓' : '✗'}</span><div><strong>${ko}<span class="unseen">${ok ? ' 맞음' : ' 틀림'}</span></strong></div></li>`;
}
