import type { Copy } from '../../schema/plan.js';
import type { Channel } from '../../schema/primitives.js';
import { type CopyFacts, type CopyInput, toCopyFacts } from './copy-facts.js';
import { clip, join } from './fit.js';
import { copyLimits } from './limits.js';

type Words = Pick<Copy, 'title' | 'body'> & { readonly hashtags: readonly string[] };

const writers: Readonly<Record<Channel, (facts: CopyFacts, most: number) => Words>> = {
  instagram: writeInstagram,
  naver_blog: writeBlog,
  kakao_channel: writeKakao,
  ringo_biz: writeRingTone,
  wooridongne_tv: writeSpot,
  genie_tv: writeSpot,
};

/** One text per channel of the brief, each within what the channel takes and the law asks for. */
export function writeCopies(input: CopyInput): Copy[] {
  const facts = toCopyFacts(input);
  return input.brief.channels.map((channel) => {
    const limit = copyLimits[channel];
    const { title, body, hashtags } = writers[channel](facts, limit.body);
    return { channel, title: clip(title, limit.title), body, hashtags: hashtags.slice(0, limit.hashtags) };
  });
}

/** Instagram's promotion terms ask for a release and for the statement that it has no part in this. */
const instagramRelease =
  '본 이벤트는 Instagram이 후원·보증·운영하지 않으며 Instagram과 관련이 없습니다.' +
  ' 참여하는 분은 이벤트와 관련해 Instagram에 책임을 묻지 않는 데 동의합니다.';

function writeInstagram(facts: CopyFacts, most: number): Words {
  const { hook, greeting, hashtags } = facts;
  const lines = [`${hook} | ${greeting}`, ...details(facts), `[유의사항] ${facts.notice}`, instagramRelease];
  return { title: facts.name, body: join(toParts(lines), '\n', most), hashtags };
}

function writeBlog(facts: CopyFacts, most: number): Words {
  const { store, name, hook, greeting, story, hashtags } = facts;
  const opening = `${store}입니다. ${greeting} '${name}'${name === hook ? '' : ` (${hook})`} 소식을 전합니다.`;
  const lines = [
    opening,
    story,
    ...details(facts),
    `[유의사항] ${facts.notice}`,
    `[문의] ${store} ${facts.phone}`,
  ];
  return { title: `${name} - ${store}`, body: join(toParts(lines), '\n\n', most), hashtags };
}

/** What a reader needs before entering. Long lists are shortened where the channel has no room. */
function details(facts: CopyFacts): string[] {
  return [
    `[기간] ${facts.period}`,
    `[참여] ${facts.how}.`,
    `[경품] ${facts.drawn}: ${facts.prizes.join(', ')}`,
    facts.bonus && `[방문] ${facts.bonus}`,
    `[일정] ${facts.dates}`,
    facts.tax && `[세금] ${facts.tax}`,
  ];
}

/** Longest list of prizes in a message, characters. The rest is on the entry page. */
const mostPrizeList = 80;

/** An advertisement in the law's sense: label first, sender and free refusal last. */
function writeKakao(facts: CopyFacts, most: number): Words {
  const label = `(광고)${facts.store} ${facts.name}`;
  const list = facts.prizes.join(', ');
  const [first = ''] = facts.prizes;
  const prizes = list.length <= mostPrizeList ? list : `${first} 외 ${facts.prizes.length - 1}종`;
  const lines = [
    label,
    { text: facts.hook, optional: true },
    `${facts.period} ${facts.drawn}`,
    `경품 ${prizes}`,
    facts.bonus,
    facts.dates,
    facts.shortTax,
    { text: `${facts.how}.`, optional: true },
    `문의 ${facts.phone}`,
    '무료수신거부: 채널 홈 > 채널 차단',
  ];
  return { title: label, body: join(toParts(lines), '\n', most), hashtags: [] };
}

/** Spoken: no code, no price, and the last day so that nobody calls too late. */
function writeRingTone(facts: CopyFacts, most: number): Words {
  const parts = [
    `안녕하세요, ${clip(facts.store, 16)}입니다.`,
    `${facts.lastDay}까지 '${clip(facts.name, 18)}'에 응모하세요.`,
    { text: '자세한 내용은 매장에 있습니다.', optional: true },
    facts.spokenBonus,
    facts.shortTax && `${facts.shortTax}입니다.`,
  ];
  return { title: facts.name, body: join(toParts(parts), ' ', most), hashtags: [] };
}

function writeSpot(facts: CopyFacts, most: number): Words {
  const [first = ''] = facts.prizes;
  const prize = facts.prizes.length > 1 ? `${clip(first, 20)} 외` : clip(first, 20);
  const parts = [
    `${facts.lastDay}까지 매장 QR로 응모`,
    facts.drawn.split(',')[0] ?? '',
    facts.bonus,
    facts.shortTax,
    { text: prize, optional: true },
  ];
  return { title: facts.hook, body: join(toParts(parts), ' · ', most), hashtags: [] };
}

function toParts(lines: readonly (string | { text: string; optional?: boolean })[]) {
  return lines.map((line) => (typeof line === 'string' ? { text: line } : line));
}
