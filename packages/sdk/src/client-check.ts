import { rememberBusinesses } from './business-answers.js';
import type { BusinessCheck, Checking, CheckOptions } from './checking.js';
import type { Parts } from './client-parts.js';
import { createChannelText } from './generate/channel-text.js';
import { maskName } from './notify/mask-person.js';
import { winnerText } from './notify/winner-text.js';
import { plan } from './plan/plan.js';
import { brandMessageHours, nextSendingTime, noticeHours } from './providers/sending-hours.js';
import { checkRules } from './rules/check-rules.js';
import type { MessageFacts } from './rules/facts-message.js';
import { toFacts } from './rules/to-facts.js';
import type { Brief } from './schema/brief.js';
import type { Finding, Phase } from './schema/finding.js';
import { type Copy, chosenConcept, type Plan } from './schema/plan.js';
import { dayOf, toSeoul } from './schema/seoul-time.js';

/** What can be judged before anything has happened. */
const phases: readonly Phase[] = ['plan', 'creative', 'entry', 'send'];

export function checking(parts: Parts): Checking & { readonly stop: () => Promise<void> } {
  const { knowledge, now } = parts;
  const businesses = rememberBusinesses(parts);
  return {
    stop: () => businesses.close(),
    async check(brief, { asOf = dayOf(now()), texts = {} }: CheckOptions = {}): Promise<Finding[]> {
      const proposed = plan({ brief, today: asOf, insights: [], rehearsal: false }, { knowledge });
      const spoken = withTexts(proposed, texts);
      const concept = chosenConcept(spoken);
      const facts = toFacts(
        { brief, concept, schedule: spoken.schedule },
        { messages: messagesOf(brief, spoken, texts) },
      );
      return phases.flatMap((phase) => checkRules(facts, { phase, asOf, knowledge }));
    },
    async checkBusiness({ store }, { signal } = {}): Promise<BusinessCheck> {
      const { businessNumber } = store;
      const { registry } = parts.providers;
      if (businessNumber === undefined || !registry) {
        return { businessNumber, status: 'not_asked', mode: undefined };
      }
      const answer = await businesses.of(businessNumber, registry, signal);
      const { mode } = registry;
      return { businessNumber, status: 'unverified', mode, ...answer };
    },
  };
}

type Texts = NonNullable<CheckOptions['texts']>;

/** The plan with somebody's own words in the chosen concept. Their tags stand in the text. */
function withTexts(plan: Plan, texts: Texts): Plan {
  const own = (copy: Copy): Copy => {
    const text = texts[copy.channel];
    return text === undefined ? copy : { ...copy, title: '', body: text, hashtags: [] };
  };
  const concepts = plan.concepts.map((concept) =>
    concept.id === plan.chosen ? { ...concept, copies: concept.copies.map(own) } : concept,
  );
  return { ...plan, concepts };
}

/** What goes to people: to the friends of the channel, and to a winner. */
function messagesOf(brief: Brief, plan: Plan, texts: Texts): MessageFacts[] {
  return [
    ...(brief.channels.includes('kakao_channel') ? [adTo(brief, plan, texts)] : []),
    noticeTo(brief, plan),
  ];
}

const sampleLink = 'https://event.example.com';

function adTo(brief: Brief, plan: Plan, texts: Texts): MessageFacts {
  const { text } = createChannelText('kakao_channel', { brief, plan, link: `${sampleLink}/e/abcdefgh` });
  const sendAt = toSeoul(nextSendingTime(new Date(plan.schedule.opensAt), brandMessageHours));
  return { channel: 'kakao_brand', kind: 'ad', text: texts.kakao_channel ?? text, sendAt };
}

function noticeTo(brief: Brief, plan: Plan): MessageFacts {
  const { announceAt, claimUntil } = plan.schedule;
  const text = winnerText({
    kind: 'winner',
    store: brief.store,
    campaignName: brief.name,
    maskedName: maskName('홍길동'),
    prizeName: chosenConcept(plan).prizes[0]?.name ?? '',
    claimUntil,
    claimUrl: `${sampleLink}/w/1`,
    proofUrl: `${sampleLink}/draws/abcdefgh`,
  });
  const sendAt = toSeoul(nextSendingTime(new Date(announceAt), noticeHours));
  return { channel: 'alimtalk', kind: 'info', text, sendAt };
}
