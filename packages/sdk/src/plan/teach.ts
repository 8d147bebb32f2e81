import { type TaughtRange, taughtRange } from '../rates/combine.js';
import { withParticle } from '../rates/particle.js';
import { channelNames } from '../rates/rate-words.js';
import type { Brief } from '../schema/brief.js';
import type { Insight } from '../schema/insight.js';
import type { Channel } from '../schema/primitives.js';
import type { RateName } from '../schema/rate.js';
import type { Knowledge } from './knowledge.js';
import type { IndustryRow, Prior } from './knowledge-schema.js';

/** What measured campaigns have to say, rehearsals apart. */
export interface Lessons {
  /** Whose share of new customers is asked for. */
  readonly brief: Pick<Brief, 'store' | 'objective'>;
  readonly own: readonly Insight[];
  /** Of other stores of the trade that agreed to share. */
  readonly peers: readonly Insight[];
}

export interface Taught {
  /** The same knowledge with the rates that somebody has measured in place of its priors. */
  readonly knowledge: Knowledge;
  /** What the plan has learnt from, in plain sentences. */
  readonly sentences: readonly string[];
}

/** Puts what was measured in place of what was assumed. The planner plans as before, with better numbers. */
export function teach(knowledge: Knowledge, { brief, own, peers }: Lessons): Taught {
  if (own.length + peers.length === 0) return { knowledge, sentences: [] };
  const histories = { own: own.flatMap(({ rates }) => rates), peers };
  const sentences: string[] = [];
  const ask = (name: string, rate: RateName, of: string, prior: Prior): Prior => {
    const taught = taughtRange(prior, { rate, of }, histories, knowledge.learning);
    if (!taught) return prior;
    sentences.push(sentenceOf(name, prior, taught));
    return { ...rounded(taught), unit: prior.unit, source: sourceOf(prior.source, taught) };
  };
  const methods = knowledge.methods.map((method) => {
    const prior = { ...method.ratePct, unit: '%', source: method.provenance };
    const { source: provenance, low, mid, high } = ask(`${method.ko} 응모율`, 'entry', method.id, prior);
    return { ...method, ratePct: { low, mid, high }, provenance };
  });
  const { media } = knowledge;
  const channels = Object.entries(media.channels).map(([channel, medium]) => {
    const prior = media.landingRatePct;
    const name = channelNames[channel as Channel];
    const responsePct = ask(
      `${withParticle(name, '을')} 보고 들어온 비율`,
      'response',
      channel,
      medium.responsePct,
    );
    const landing = ask(`${name}에서 온 사람의 응모율`, 'landing', channel, prior);
    const measured = landing === prior ? {} : { landingRatePct: landing };
    return [channel, { ...medium, responsePct, ...measured }] as const;
  });
  const industries = knowledge.industries.map((row) => {
    if (row.id !== brief.store.industry) return row;
    const prior = newSharePrior(row, knowledge);
    const taught = ask('응모한 분 중 처음 온 손님의 비율', 'new_customer', brief.objective, prior);
    return taught === prior ? row : { ...row, newSharePct: taught.mid, newShareSource: taught.source };
  });
  const taughtMedia = { ...media, channels: Object.fromEntries(channels) as typeof media.channels };
  return { knowledge: { ...knowledge, methods, industries, media: taughtMedia }, sentences };
}

function newSharePrior(
  { newSharePct: mid, provenance }: IndustryRow,
  { learning }: Pick<Knowledge, 'learning'>,
): Prior {
  const spread = (mid * learning.newShareSpreadPercent.value) / 100;
  return { low: mid - spread, mid, high: Math.min(100, mid + spread), unit: '%', source: provenance };
}

/** What this store has seen beside what its trade is said to see; no cause is claimed. */
function sentenceOf(name: string, prior: Prior, { own, peerStores, mid, low, high }: TaughtRange): string {
  const seen =
    own.campaigns > 0
      ? `우리 매장 ${own.campaigns}회 ${count(own.trials)}명 중 ${count(own.successes)}명`
      : `같은 업종 매장 ${peerStores}곳`;
  return (
    `${name}: ${seen}. 경험값 100명 중 ${percent(prior.mid)}명 대신 ` +
    `${percent(mid)}명(열에 여덟은 ${percent(low)}~${percent(high)}명)으로 잡았습니다.`
  );
}

function sourceOf(prior: string, { own, peerStores }: TaughtRange): string {
  const parts = [
    prior,
    ...(peerStores > 0 ? [`동의한 같은 업종 매장 ${peerStores}곳`] : []),
    ...(own.campaigns > 0
      ? [`우리 매장 ${own.campaigns}회 ${count(own.trials)}명 중 ${count(own.successes)}명`]
      : []),
  ];
  return parts.join(' + ');
}

function rounded({ low, mid, high }: TaughtRange): Pick<Prior, 'low' | 'mid' | 'high'> {
  return { low: percent(low), mid: percent(mid), high: percent(high) };
}

function percent(value: number): number {
  return Math.round(value * 100) / 100;
}

function count(people: number): string {
  return people.toLocaleString('ko');
}
