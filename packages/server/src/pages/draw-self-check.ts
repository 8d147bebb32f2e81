import type { DrawRecord } from '@kt-event/sdk';
import { html, type Markup } from './html.js';

/** Places that the script fills. Without script they say what else can be done. */
export function drawSelfCheck({ transcript, voided }: DrawRecord, slug: string): Markup {
  return html`${transcript && wholeDraw(slug, voided !== undefined)}
${ownEntry(slug, transcript !== undefined, voided !== undefined)}`;
}

function wholeDraw(slug: string, isVoid: boolean): Markup {
  return html`<section data-verify="draw" data-transcript="/draws/${slug}/transcript.json" data-void="${isVoid && `/draws/${slug}/void.json`}">
<h2>이 기기에서 직접 확인</h2>
<p>서버의 말을 믿을 필요가 없습니다. 추첨 기록을 받아 이 기기가 처음부터 다시 계산합니다.</p>
${noScript}
<button type="button" hidden>이 휴대전화에서 직접 확인</button>
<div class="result" aria-live="polite"></div>
<p>${offlineFile} — 인터넷 없이 확인하는 파일입니다. 추첨 기록을 넣으면 같은 확인을 합니다.</p>
</section>`;
}

function ownEntry(slug: string, isDrawn: boolean, isVoid: boolean): Markup {
  return html`<section data-verify="receipt" data-commitment="/draws/${slug}/commitment.json" data-transcript="${isDrawn && `/draws/${slug}/transcript.json`}" data-inclusion="/draws/${slug}/inclusion/" data-void="${isVoid && `/draws/${slug}/void.json`}">
<h2>내 응모 확인</h2>
<p>당첨되지 않았어도, 내 응모가 추첨 명단에 있었는지 확인할 수 있습니다.</p>
${noScript}
<form hidden>
<label for="receipt">접수증 <small>(접수 화면의 “서명된 접수증 전체”)</small></label>
<textarea id="receipt" name="receipt" required autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="receiptHint"></textarea>
<label for="phone">휴대폰 번호 <small>(선택)</small></label>
<input id="phone" name="phone" type="tel" maxlength="20" autocomplete="tel" placeholder="010-1234-5678" aria-describedby="receiptHint">
<p class="hint" id="receiptHint">본인 확인 값과 휴대폰 번호는 이 기기를 떠나지 않습니다. 서버에는 응모 확인 번호만 물어봅니다.</p>
<button type="submit">명단에서 찾기</button>
</form>
<div class="result" aria-live="polite"></div>
</section>`;
}

const offlineFile = html`<a href="/assets/verify.html" download="verify.html">verify.html 내려받기</a>`;

const noScript = html`<noscript><p class="closed">자바스크립트가 꺼져 있습니다. 켜거나, ${offlineFile} 후 다른 기기에서 확인해 주세요.</p></noscript>`;
