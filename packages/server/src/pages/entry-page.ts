import { type Campaign, chosenConcept, createFacts } from '@kt-event/sdk';
import { closedNotice } from './closed-notice.js';
import { entryForm } from './entry-form.js';
import type { EntryPageOptions } from './entry-page-options.js';
import { html, type Markup } from './html.js';
import { toDay, toLastDay, toMoment, toWon } from './korean.js';
import { layout } from './layout.js';

/** What a participant sees: the offer, the odds, two fields and the notices in full. */
export function entryPage(options: EntryPageOptions): string {
  const { campaign, picture } = options;
  const { brief, rehearsal } = campaign;
  return layout({
    title: `${brief.name} · ${brief.store.name}`,
    rehearsal,
    body: html`<header>
<p class="store">${brief.store.name}</p>
<h1>${brief.name}</h1>
</header>
${picture && pictureOf(picture)}
${offer(options)}
${campaign.state === 'open' ? entryForm(options) : closedNotice(options)}
${smallPrint(campaign)}`,
  });
}

function pictureOf({ url, text, widthPx, heightPx }: NonNullable<EntryPageOptions['picture']>): Markup {
  return html`<img src="${url}" alt="${text}" width="${widthPx}" height="${heightPx}">`;
}

function offer({ campaign, remainingStock }: EntryPageOptions): Markup {
  const { brief, plan } = campaign;
  const { prizes, odds } = chosenConcept(plan);
  const { opensAt, closesAt, drawAt } = plan.schedule;
  const unit = drawAt === undefined ? '개' : '명';
  return html`<dl>
<dt>경품</dt>
${prizes.map(({ name, quantity, valueKrw }) => html`<dd>${name} ${quantity}${unit} <small>(${toWon(valueKrw)} 상당)</small></dd>`)}
<dt>기간</dt><dd>${toDay(opensAt)} ~ ${toLastDay(closesAt)}</dd>
${
  drawAt !== undefined &&
  html`<dt>추첨</dt><dd>${toMoment(drawAt)} <small>(${trustOf(brief)})</small></dd>
<dt>확률</dt><dd>${odds}</dd>`
}
${remainingStock !== undefined && html`<dt>남은 수량</dt><dd><strong>${remainingStock}개</strong></dd>`}
</dl>`;
}

/** An operator's own secret can be checked afterwards; it cannot show that nobody chose it. */
function trustOf({ draw }: Campaign['brief']): string {
  return draw?.beacon === 'operator' ? '추첨 기록을 공개합니다' : '누구나 검증할 수 있는 공개 추첨';
}

/** The same small print as on the poster, then how to reach the store. */
function smallPrint({ brief, plan }: EntryPageOptions['campaign']): Markup {
  const { drawAt, announceAt, claimUntil } = plan.schedule;
  const lines = createFacts(brief, plan).notices;
  return html`<section>
<h2>유의사항</h2>
<ul>
${lines.map(({ text }) => html`<li>${text}</li>`)}
${drawAt !== undefined && html`<li>발표: ${toMoment(announceAt)}</li>`}
<li>수령 기한: ${toMoment(claimUntil)}</li>
${brief.channels.includes('instagram') && html`<li>${instagramRelease}</li>`}
<li>문의: ${brief.store.name} <a href="tel:${brief.store.phone}">${brief.store.phone}</a></li>
</ul>
</section>`;
}

/** Source: Instagram promotion guidelines, read 2026-11: a release by each entrant. */
const instagramRelease =
  '본 이벤트는 Instagram이 후원·보증·운영하지 않으며 Instagram과 관련이 없습니다. ' +
  '참여자는 이벤트와 관련하여 Instagram에 책임을 묻지 않습니다.';
