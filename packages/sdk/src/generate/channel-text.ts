import type { Brief } from '../schema/brief.js';
import { type Copy, chosenConcept, type Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import { channelLimits } from './channel-limits.js';
import { createFacts, type Facts, type Line, monthDay } from './facts.js';

export interface ChannelText {
  readonly title: string;
  readonly text: string;
  readonly hashtags: readonly string[];
}

export interface TextInput {
  readonly brief: Brief;
  readonly plan: Plan;
  /** The entry page, tagged for the channel. */
  readonly link: string;
  /** An honest line, such as `리허설용`. */
  readonly label?: string | undefined;
}

interface Material extends TextInput {
  readonly facts: Facts;
  readonly body: string;
  /** Lines that say who helped, or that this is a rehearsal. */
  readonly honest: readonly string[];
}

/** What stands around the copy, paragraph by paragraph. It is never cut: the copy is. */
interface Frame {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * The words for one channel: the plan's copy, and around it what the law and the channel ask for and the
 * copy does not say yet.
 */
export function createChannelText(channel: Channel, input: TextInput): ChannelText {
  const copy = copyFor(channel, input);
  const facts = createFacts(input.brief, input.plan);
  const body = bodies[channel]?.(copy.body) ?? copy.body;
  const frame = frames[channel]({ ...input, facts, body, honest: honestLines(input) });
  const limits = channelLimits[channel];
  const room = limits.text - join([...frame.before, ...frame.after]).length;
  return {
    title: copy.title,
    text: join([...frame.before, shorten(body, room), ...frame.after]),
    hashtags: copy.hashtags.slice(0, limits.hashtags),
  };
}

const frames: Readonly<Record<Channel, (material: Material) => Frame>> = {
  instagram: (material) => ({
    before: material.honest,
    after: [terms(material), `참여하기 ${material.link}`, instagramRelease],
  }),
  naver_blog: (material) => ({
    before: material.honest,
    after: [terms(material), `참여하기 ${material.link}`, `문의 ${material.brief.store.phone}`],
  }),
  kakao_channel: (material) => ({
    before: [`(광고)[${material.brief.store.name}] ${material.brief.name}`, ...material.honest],
    after: [
      terms(material),
      `참여하기 ${material.link}`,
      `문의 ${material.brief.store.phone}\n무료수신거부: 채널 홈 > 채널 차단`,
    ],
  }),
  wooridongne_tv: screenFrame,
  genie_tv: screenFrame,
  ringo_biz: ({ brief, body, honest }) => ({
    before: honest,
    after: unsaid(body, [
      {
        text: `이 행사는 ${monthDay(brief.period.end)}까지입니다. 자세한 내용은 매장에 물어봐 주세요.`,
        saidBy: [new RegExp(monthDay(brief.period.end))],
      },
    ]),
  }),
};

/** The frame says it at the very start and the very end, so the copy need not. */
const bodies: Partial<Record<Channel, (body: string) => string>> = {
  kakao_channel: (body) =>
    body
      .replace(/^\(광고\)\s*/, '')
      .replace(/^.*수신\s*거부.*$/gm, '')
      .trim(),
};

function screenFrame({ brief, facts, body, honest }: Material): Frame {
  const line = `${brief.store.name} · ${facts.period} · ${facts.badge}`;
  return { before: honest, after: body.includes(line) ? [] : [line] };
}

/** META-001. The wording is ours. */
const instagramRelease =
  '본 이벤트는 Instagram이 후원·보증·운영하지 않으며 Instagram과 관련이 없습니다. 참여자는 이벤트와 관련하여 Instagram에 책임을 묻지 않습니다.';

function terms({ facts, body }: Material): string {
  const notices = unsaid(body, facts.notices).map((text) => `· ${text}`);
  return [...unsaid(body, facts.terms), ...notices].join('\n');
}

function unsaid(body: string, lines: readonly Line[]): string[] {
  return lines.filter(({ saidBy }) => !saidBy.every((part) => part.test(body))).map(({ text }) => text);
}

/** AI-001: what a model wrote says so. */
function honestLines({ plan, label }: TextInput): string[] {
  const assisted = plan.madeBy.some((maker) => maker !== 'knowledge-base');
  return [...(label === undefined ? [] : [`[${label}]`]), ...(assisted ? ['[AI가 도운 문구입니다]'] : [])];
}

function copyFor(channel: Channel, { brief, plan }: TextInput): Copy {
  const { copies, reason } = chosenConcept(plan);
  const written = copies.find((copy) => copy.channel === channel);
  return written ?? { channel, title: brief.name, body: reason, hashtags: [] };
}

function join(paragraphs: readonly string[]): string {
  return paragraphs.filter((paragraph) => paragraph.trim() !== '').join('\n\n');
}

/** Counts as the channels do at their strictest, in UTF-16; leaves room for the blank lines around the copy. */
function shorten(text: string, room: number): string {
  const limit = room - '\n\n'.length * 2;
  if (text.length <= limit) return text;
  return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
