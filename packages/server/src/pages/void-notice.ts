import { revealTimeMs, type SignedVoid, voidReasons } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';

/** What is said wherever a draw is shown that does not hold. */
export const voidTitle = '이 추첨은 무효가 되었습니다';

/** Why and since when, in the organiser's own words. */
export function voidWords({ record }: SignedVoid): Markup {
  const { reason, words, voided_at: at } = record;
  const sentence = voidReasons[reason].ko;
  return html`<p>${sentence}${words !== sentence && html`<br>${words}`}</p>
<p><small>${toMoment(at)}에 주최자가 서명해 알렸습니다.</small></p>`;
}

/** On pages about entries: the fact, and where the proof is. */
export function voidNotice(voided: SignedVoid, slug: string): Markup {
  return html`<section class="closed card" role="status">
<h2>${voidTitle}.</h2>
${voidWords(voided)}
<p>당첨과 경품은 없던 일이 되고, 같은 이벤트에서 다시 뽑지 않습니다.</p>
<p><a class="button" href="/draws/${slug}">무효 기록 보기</a></p>
</section>`;
}

/** On the proof page: above everything else. */
export function voidVerdict(voided: SignedVoid, slug: string): Markup {
  const { next_draw: next } = voided.record;
  const nextMs = next && revealTimeMs(next);
  const nextAt = nextMs === undefined ? '' : ` (${toMoment(new Date(nextMs).toISOString())})`;
  return html`<div class="verdict bad" role="status">
<p class="sentence"><strong>${voidTitle}.</strong></p>
${voidWords(voided)}
<p>아래는 기록으로 남겨 둔 것입니다. 당첨 결과는 쓰지 않으며, 같은 이벤트에서 다시 뽑지 않습니다. ${
    next
      ? `새 이벤트의 추첨에는 미리 못 박은 drand 공개 난수 ${next.round}번째${nextAt}를 씁니다.`
      : '다시 하려면 주최자가 새 이벤트를 알려야 합니다.'
  }</p>
<p><a href="/draws/${slug}/void.json" download>무효 기록 내려받기</a> — <code>kt-event verify transcript.json --void void.json</code>으로 확인할 수 있습니다.</p>
</div>`;
}
