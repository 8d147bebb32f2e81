import { learn } from '../../../packages/sdk/dist/learn/learn.js';
import { plan } from '../../../packages/sdk/dist/plan/plan.js';
import { aReport } from './a-report.mjs';
import { drawTruth, shaken, trueRates } from './truth.mjs';

export const strategies = ['static', 'learning', 'exploring'];

const industries = ['cafe', 'restaurant', 'salon', 'gym', 'bakery', 'nail', 'pet', 'florist'];
const media = ['instagram', 'naver_blog', 'kakao_channel', 'wooridongne_tv', 'ringo_biz'];
const dayMs = 86_400_000;

/** The life of one store under each strategy: the same hidden rates, the same weather in each campaign. */
export function playStore({ no, campaigns, knowledge, random, only = strategies }) {
  const truth = drawTruth(knowledge, random);
  const seasons = Array.from({ length: campaigns }, (_, index) => ({
    brief: aBrief(no, index, random),
    today: dayAt(index, 0),
    weather: shaken(truth, knowledge, random),
    luck: random(),
  }));
  return Object.fromEntries(only.map((name) => [name, live(name, seasons, { truth, knowledge, random })]));
}

function live(strategy, seasons, { truth, knowledge, random }) {
  const insights = [];
  return seasons.map(({ brief, today, weather }, index) => {
    const asked = { ...brief, concept: strategy === 'exploring' ? 'explore' : 'best' };
    const input = { brief: asked, today, insights: strategy === 'static' ? [] : insights, rehearsal: false };
    const made = plan(input, { knowledge, random });
    const chosen = made.concepts.find(({ id }) => id === made.chosen);
    const worths = plan({ ...input, insights: [] }, { knowledge: trueRates(knowledge, truth) }).concepts;
    const worthOf = (id) => worths.find((concept) => concept.id === id).worthKrw;
    const report = aReport(chosen, {
      brief: asked,
      weather,
      knowledge,
      random,
      at: `${today}T09:00:00+09:00`,
    });
    const campaign = {
      id: `cmp-${String(index).padStart(12, '0')}`,
      brief: asked,
      plan: made,
      state: 'drawn',
    };
    insights.unshift(learn({ report, campaign }, { newId: () => campaign.id, knowledge }));
    const { low, high } = chosen.expectedEntries;
    return {
      regretKrw: Math.max(...worths.map(({ worthKrw }) => worthKrw)) - worthOf(made.chosen),
      held: report.entries.accepted >= low && report.entries.accepted <= high,
    };
  });
}

function aBrief(no, index, random) {
  const channels = media.filter(() => random() < 0.5);
  return {
    version: 1,
    name: '시험 이벤트',
    store: {
      name: `매장 ${no}`,
      industry: industries[no % industries.length],
      region: '서울 마포구',
      phone: '02-1234-5678',
    },
    objective: 'new_customer',
    budgetKrw: 400_000 + Math.round(random() * 10) * 100_000,
    period: { start: dayAt(index, 7), end: dayAt(index, 20) },
    entry: { mechanic: 'lottery', winners: 10, visitBonus: 1 },
    channels: channels.length > 0 ? channels : ['instagram'],
    concept: 'best',
  };
}

function dayAt(campaign, day) {
  return new Date(Date.parse('2027-01-01') + (campaign * 28 + day) * dayMs).toISOString().slice(0, 10);
}

export function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
