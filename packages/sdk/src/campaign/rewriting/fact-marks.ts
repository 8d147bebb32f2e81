import { createFacts } from '../../generate/facts.js';
import { type Particle, withParticle } from '../../rates/particle.js';
import type { Brief } from '../../schema/brief.js';
import { chosenConcept, type Plan } from '../../schema/plan.js';

/** What a model writes where a fact belongs: it never writes one itself. */
export const factNames = ['매장', '이벤트', '기간', '경품', '인원'] as const;

export type FactValues = Readonly<Record<(typeof factNames)[number], string>>;

export function factValues(brief: Brief, plan: Plan): FactValues {
  const { period, badge } = createFacts(brief, plan);
  const prizes = chosenConcept(plan).prizes.map(({ name, quantity }) => `${name} ${quantity}명`);
  return {
    매장: brief.store.name,
    이벤트: brief.name,
    기간: period,
    경품: prizes.join(', '),
    인원: badge,
  };
}

const particles: Readonly<Record<string, Particle>> = {
  은: '은',
  는: '은',
  이: '이',
  가: '이',
  을: '을',
  를: '을',
  과: '과',
  와: '과',
  으로: '으로',
  로: '으로',
};

const mark = new RegExp(
  `\\{(${factNames.join('|')})\\}(?:(${Object.keys(particles).join('|')})(?![가-힣]))?`,
  'gu',
);

/** The text with the facts in their places, each with the particle that its last letter asks for. */
export function withFacts(text: string, values: FactValues): string {
  return text.replace(mark, (_, name: keyof FactValues, particle: string | undefined) => {
    const key = particle === undefined ? undefined : particles[particle];
    return key === undefined ? values[name] : withParticle(values[name], key);
  });
}

/** The text with a letter in their places: all that the model has said itself, and what it would put next to a fact. */
export function withoutFacts(text: string): string {
  return text.replace(mark, '그');
}
