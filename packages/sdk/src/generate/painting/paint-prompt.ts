import { createHash } from 'node:crypto';
import type { PaintRequest } from '../../providers/image-model.js';
import { hueOf } from '../../render/colour/hue-name.js';
import type { Brief } from '../../schema/brief.js';
import { chosenConcept, type Plan } from '../../schema/plan.js';
import type { Look } from '../choose-designs.js';
import type { Scenes } from './scenes.js';

export interface PromptInput {
  readonly campaignId: string;
  readonly brief: Brief;
  readonly plan: Plan;
  readonly look: Look;
  /** 1 to 3: of the campaign's looks. */
  readonly number: number;
}

/**
 * What a model is asked to paint for one look. It is made of our own lists, the trade, the season, the concept and the
 * colours of the look alone: no name, address, price or review of the store is in it, so nothing in those can be obeyed.
 */
export function paintPrompt(
  { campaignId, brief, plan, look, number }: PromptInput,
  scenes: Scenes,
): PaintRequest {
  const index = (number - 1) % 3;
  const season = plan.season === undefined ? undefined : scenes.seasons[plan.season];
  const { deep, accent } = look.scheme;
  const subject = scenes.industries[brief.store.industry][index] ?? '';
  const parts = [
    `${capital(subject)}.`,
    season === undefined ? '' : `Season: ${season}.`,
    `Mood: ${scenes.moods[chosenConcept(plan).id]}.`,
    `${capital(scenes.compositions[index] ?? '')}.`,
    `Colours: ${hueOf(deep)} with ${hueOf(accent)}.`,
    scenes.style,
  ];
  return {
    prompt: parts.filter((part) => part !== '').join(' '),
    avoid: scenes.avoid,
    seed: seedOf(`${campaignId}/${number}`),
  };
}

/** Below 4,294,967,295: the highest that every model takes. */
function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % 4_294_967_294;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
