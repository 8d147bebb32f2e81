import { createFacts } from '@kt-event/sdk';
import { closedNotice } from './closed-notice.js';
import { entryForm } from './entry-form.js';
import type { EntryPageOptions } from './entry-page-options.js';
import { html, type Markup } from './html.js';
import { toDay, toLastDay, toMoment } from './korean.js';
import { layout } from './layout.js';
import { masthead } from './masthead.js';
import { offer } from './offer.js';
import { promises } from './promises.js';
import { takesEntries } from './takes-entries.js';

/** What a participant sees: the offer, the odds, two fields and the notices in full. */
export function entryPage(options: EntryPageOptions): string {
  const { campaign, form } = options;
  const { brief, plan, rehearsal } = campaign;
  const open = takesEntries(options);
  const { opensAt, closesAt } = plan.schedule;
  return layout({
    title: `${form ? '다시 확인: ' : ''}${brief.name} · ${brief.store.name}`,
    rehearsal,
    storeName: brief.store.name,
    scripts: open ? ['entry.js'] : [],
    imports: open ? ['send-entry.js', 'form-errors.js'] : [],
    masthead: masthead(brief.store.name, brief.name, `${toDay(opensAt)} ~ ${toLastDay(closesAt)}`),
    body: html`<div class="columns">
${!open && closedNotice(options)}
${offer(options)}
${open && entryForm(options)}
<section class="rules">
${promises(campaign)}
${smallPrint(campaign)}
${organiser(campaign)}
</section>
</div>`,
  });
}

/** The same small print as on the poster. */
function smallPrint({ brief, plan }: EntryPageOptions['campaign']): Markup {
  const { drawAt, announceAt, claimUntil } = plan.schedule;
  return html`<h2>유의사항</h2>
<ul>
${createFacts(brief, plan).notices.map(({ text }) => html`<li>${text}</li>`)}
${drawAt !== undefined && html`<li>발표: ${toMoment(announceAt)}</li>`}
<li>수령 기한: ${toMoment(claimUntil)}</li>
${brief.channels.includes('instagram') && html`<li>${instagramRelease}</li>`}
</ul>`;
}

function organiser({ brief: { store } }: EntryPageOptions['campaign']): Markup {
  return html`<h2>주최</h2>
<p>${store.name} · ${store.region}${store.businessNumber !== undefined && html` · 사업자등록번호 <span class="whole">${store.businessNumber}</span>`}<br>
문의 <a class="tap" href="tel:${store.phone}">${store.phone}</a></p>`;
}

/** Source: Instagram promotion guidelines, read 2026-11: a release by each entrant. */
const instagramRelease =
  '본 이벤트는 Instagram이 후원·보증·운영하지 않으며 Instagram과 관련이 없습니다. ' +
  '참여자는 이벤트와 관련하여 Instagram에 책임을 묻지 않습니다.';
