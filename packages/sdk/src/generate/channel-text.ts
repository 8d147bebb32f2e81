import type { Brief } from '../schema/brief.js';
import { type Copy, chosenConcept, type Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import { channelLimits } from './channel-limits.js';
import { createFacts, type Facts, type Line, literally, monthDay } from './facts.js';

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
  /** A model painted what is shown with it. @defaultValue false */
  readonly painted?: boolean | undefined;
  /** A model made what a film shown with it begins with. @defaultValue false */
  readonly filmed?: boolean | undefined;
  /** What a model wrote in place of the plan's copy. */
  readonly written?: Pick<WrittenCopy, 'body' | 'hashtags'> | undefined;
}

type WrittenCopy = Omit<Copy, 'hashtags'> & { readonly hashtags: readonly string[] };

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
    after: [terms(material), `참여하기 ${material.link}`, ...unsaid(material.body, [instagramRelease])],
  }),
  naver_blog: (material) => ({
    before: material.honest,
    after: [terms(material), `참여하기 ${material.link}`, ...unsaid(material.body, [contact(material)])],
  }),
  kakao_channel: (material) => ({
    before: [advertiser(material), ...material.honest],
    after: [terms(material), `참여하기 ${material.link}`, `${contact(material).text}\n${optOut}`],
  }),
  wooridongne_tv: screenFrame,
  genie_tv: screenFrame,
  ringo_biz: ({ brief, body, honest }) => ({ before: honest, after: unsaid(body, [lastCall(brief)]) }),
};

/** What the frame says at the very start and the very end, the copy need not. */
const bodies: Partial<Record<Channel, (body: string) => string>> = {
  kakao_channel: (body) =>
    body
      .replace(/^\(광고\).*\n?/, '')
      .replace(/^(문의\s|.*수신\s*거부).*\n?/gm, '')
      .trim(),
};

/** MSG-001 and MSG-002: the label first, then who sends. */
function advertiser({ brief }: Material): string {
  return `(광고)[${brief.store.name}] ${brief.name}`;
}

/** MSG-003. Refusing within KakaoTalk costs nothing. */
const optOut = '무료수신거부: 채널 홈 > 채널 차단';

function contact({ brief: { store } }: Material): Line {
  return { text: `문의 ${store.phone}`, saidBy: [literally(store.phone)] };
}

function lastCall({ period }: Brief): Line {
  const day = monthDay(period.end);
  const text = `이 행사는 ${day}까지입니다. 자세한 내용은 매장에 물어봐 주세요.`;
  return { text, saidBy: [literally(day)] };
}

function screenFrame({ brief, facts, body, honest }: Material): Frame {
  const text = `${brief.store.name} · ${facts.period} · ${facts.badge}`;
  return { before: honest, after: unsaid(body, [{ text, saidBy: [literally(brief.store.name)] }]) };
}

/** META-001. The wording is ours. */
const instagramRelease: Line = {
  text: '본 이벤트는 Instagram이 후원·보증·운영하지 않으며 Instagram과 관련이 없습니다. 참여자는 이벤트와 관련하여 Instagram에 책임을 묻지 않습니다.',
  saidBy: [/관련이 없/, /책임[^\n]*묻지 않/],
};

function terms({ facts, body }: Material): string {
  const notices = unsaid(body, facts.notices).map((text) => `· ${text}`);
  return [...unsaid(body, facts.terms), ...notices].join('\n');
}

function unsaid(body: string, lines: readonly Line[]): string[] {
  return lines.filter(({ saidBy }) => !saidBy.every((part) => part.test(body))).map(({ text }) => text);
}

/** AI-001: what a model wrote or painted says so. */
function honestLines({ plan, label, written, painted = false, filmed = false }: TextInput): string[] {
  const assisted = written !== undefined || plan.madeBy.some((maker) => maker !== 'knowledge-base');
  return [
    ...(label === undefined ? [] : [`[${label}]`]),
    ...(assisted ? ['[AI가 도운 문구입니다]'] : []),
    ...modelLine(painted, filmed),
  ];
}

function modelLine(painted: boolean, filmed: boolean): string[] {
  if (!painted && !filmed) return [];
  const what = [...(painted ? ['AI로 그린 그림'] : []), ...(filmed ? ['AI로 만든 영상'] : [])].join('과 ');
  return [`[${what}이 있습니다. 실제와 다를 수 있습니다]`];
}

function copyFor(channel: Channel, { brief, plan, written }: TextInput): WrittenCopy {
  const { copies, reason } = chosenConcept(plan);
  const own = copies.find((copy) => copy.channel === channel);
  return { ...(own ?? { channel, title: brief.name, body: reason, hashtags: [] }), ...written };
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
