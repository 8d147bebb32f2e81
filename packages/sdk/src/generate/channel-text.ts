import type { Brief } from '../schema/brief.js';
import { type Copy, chosenConcept, type Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import { createFacts, type Facts, monthDay } from './facts.js';

export interface ChannelText {
  readonly title: string;
  readonly text: string;
  readonly hashtags: readonly string[];
}

interface Material {
  readonly brief: Brief;
  readonly copy: Copy;
  readonly facts: Facts;
  readonly link: string;
  /** Lines that say who helped, or that this is a rehearsal. */
  readonly honest: readonly string[];
}

export interface TextInput {
  readonly brief: Brief;
  readonly plan: Plan;
  readonly link: string;
  readonly label?: string | undefined;
}

/** Most characters and hashtags. Sources: Meta (META-004), Kakao's dealers, the blog editor; 2026-11. KT: assumed. */
const limits: Readonly<Record<Channel, { readonly text: number; readonly hashtags: number }>> = {
  instagram: { text: 2_000, hashtags: 5 },
  naver_blog: { text: 10_000, hashtags: 30 },
  kakao_channel: { text: 1_300, hashtags: 0 },
  wooridongne_tv: { text: 400, hashtags: 0 },
  genie_tv: { text: 400, hashtags: 0 },
  ringo_biz: { text: 300, hashtags: 0 },
};

/** The words for one channel: the plan's copy, and around it the lines the law and the channel ask for. */
export function createChannelText(channel: Channel, { brief, plan, link, label }: TextInput): ChannelText {
  const copy = copyFor(channel, brief, plan);
  const material = { brief, copy, facts: createFacts(brief, plan), link, honest: honestLines(plan, label) };
  const { text, hashtags } = limits[channel];
  const frame = frames[channel](material);
  return {
    title: copy.title,
    text: join([...frame.before, shorten(copy.body, text - join([...frame.before, ...frame.after]).length), ...frame.after]),
    hashtags: copy.hashtags.slice(0, hashtags),
  };
}

/** What stands before and after the copy. It is never cut; the copy is. */
interface Frame {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const frames: Readonly<Record<Channel, (material: Material) => Frame>> = {
  instagram: (material) => ({
    before: [...material.honest],
    after: [termsOf(material), `참여하기 ${material.link}`, instagramRelease],
  }),
  naver_blog: (material) => ({
    before: [...material.honest],
    after: [termsOf(material), `참여하기 ${material.link}`, `문의 ${material.brief.store.phone}`],
  }),
  kakao_channel: ({ brief, facts, link, honest }) => ({
    before: [`(광고)[${brief.store.name}] ${brief.name}`, ...honest],
    after: [
      [`기간: ${facts.period}`, ...facts.prizes.map((prize) => `경품: ${prize}`), facts.badge].join('\n'),
      `참여하기 ${link}`,
      `문의 ${brief.store.phone}\n무료수신거부: 채널 홈 > 채널 차단`,
    ],
  }),
  wooridongne_tv: screenFrame,
  genie_tv: screenFrame,
  ringo_biz: ({ brief, honest }) => ({
    before: [...honest],
    after: [`${brief.name} 행사는 ${monthDay(brief.period.end)}까지입니다. 자세한 내용은 매장에서 안내해 드립니다.`],
  }),
};

function screenFrame({ brief, facts, honest }: Material): Frame {
  return { before: [...honest], after: [`${brief.store.name} · ${facts.period} · ${facts.badge}`] };
}

/** META-001. The wording is ours. */
const instagramRelease =
  '본 이벤트는 Instagram이 후원·보증·운영하지 않으며 Instagram과 관련이 없습니다. 참여자는 이벤트와 관련하여 Instagram에 책임을 묻지 않습니다.';

function termsOf({ facts }: Material): string {
  return [
    `기간: ${facts.period}`,
    ...facts.prizes.map((prize) => `경품: ${prize}`),
    facts.odds,
    ...facts.notices.map((notice) => `· ${notice}`),
  ].join('\n');
}

/** AI-001: what a model wrote says so. */
function honestLines({ madeBy }: Plan, label: string | undefined): string[] {
  const assisted = madeBy.some((maker) => maker !== 'knowledge-base');
  return [...(label === undefined ? [] : [`[${label}]`]), ...(assisted ? ['[AI가 도운 문구입니다]'] : [])];
}

function copyFor(channel: Channel, brief: Brief, plan: Plan): Copy {
  const { copies, reason } = chosenConcept(plan);
  const written = copies.find((copy) => copy.channel === channel);
  return written ?? { channel, title: brief.name, body: reason, hashtags: [] };
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** Leaves room for the blank line around the copy. */
function shorten(text: string, room: number): string {
  const characters = [...text];
  if (text.length + 4 <= room) return text;
  return `${characters.slice(0, Math.max(0, room - 6)).join('')}…`;
}
