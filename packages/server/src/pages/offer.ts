import { type Campaign, type CouponStock, chosenConcept, type Prize } from '@kt-event/sdk';
import type { EntryPageOptions } from './entry-page-options.js';
import { html, type Markup } from './html.js';
import { toDay, toLastDay, toMoment, toWon } from './korean.js';
import { isRush, takesEntries } from './takes-entries.js';

/** What there is to win, when, and how likely that is. */
export function offer(options: EntryPageOptions): Markup {
  const { campaign, picture } = options;
  const { prizes } = chosenConcept(campaign.plan);
  return html`<section class="offer card" aria-label="경품과 일정">
${picture && pictureOf(picture)}
<ul class="prizes">${prizes.map((prize) => prizeLine(prize, campaign))}</ul>
${facts(options)}
${takesEntries(options) && html`<p class="jump"><a class="button" href="#enter">${drawn(campaign) ? '응모하기' : '쿠폰 받기'}</a></p>`}
</section>`;
}

const drawn = ({ brief }: Pick<Campaign, 'brief'>): boolean => brief.entry.mechanic === 'lottery';

function pictureOf({ url, text, widthPx, heightPx }: NonNullable<EntryPageOptions['picture']>): Markup {
  return html`<img src="${url}" alt="${text}" width="${widthPx}" height="${heightPx}" loading="lazy" decoding="async">`;
}

function prizeLine({ name, quantity, valueKrw }: Prize, campaign: EntryPageOptions['campaign']): Markup {
  return html`<li><b class="count">${quantity}${drawn(campaign) ? '명' : '개'}</b><span><strong>${name}</strong> <small>${toWon(valueKrw)} 상당</small></span></li>`;
}

function facts({ campaign, stock, at }: EntryPageOptions): Markup {
  const { brief, plan } = campaign;
  const { opensAt, closesAt, drawAt } = plan.schedule;
  return html`<dl class="facts">
<dt>기간</dt><dd>${toDay(opensAt)} ~ ${toLastDay(closesAt)}</dd>
${
  drawAt !== undefined &&
  html`<dt>추첨</dt><dd>${toMoment(drawAt)} <small>${trustOf(brief)}</small></dd>
<dt>확률</dt><dd>${chosenConcept(plan).odds} <small>실제 확률은 응모한 사람 수에 따라 달라집니다</small></dd>`
}
${stock !== undefined && pieces(stock, at)}
</dl>`;
}

/** What is left as it was counted; while lots will be drawn among those who come, there is no such number. */
function pieces(stock: CouponStock, at: string): Markup {
  const { remaining, setAside, returnedLately } = stock;
  if (isRush(stock, at))
    return html`<dt>수량</dt><dd><strong>${stock.stock}개</strong> <small>지금 누르시면 추첨에 들어갑니다</small></dd>`;
  return html`<dt>남은 수량</dt><dd><strong>${remaining}개</strong> <small>${toMoment(at)} 현재, ${stock.stock}개 가운데${setAside > 0 && ` · ${setAside}개는 첫 순간 추첨에 남겨 둔 것`}${returnedLately > 0 && ` · 최근 10분에 ${returnedLately}개가 돌아왔습니다`}</small></dd>`;
}

/** An operator's own secret can be checked afterwards; it cannot show that nobody chose it. */
function trustOf({ draw }: Campaign['brief']): string {
  return draw?.beacon === 'operator' ? '추첨 기록을 공개합니다' : '누구나 검증할 수 있는 공개 추첨';
}
