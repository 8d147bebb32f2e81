import { createHash } from 'node:crypto';
import type { PaintRequest } from '../../providers/image-model.js';
import type { ClipRequest } from '../../providers/video-model.js';
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
export function paintPrompt(input: PromptInput, scenes: Scenes): PaintRequest {
  const { campaignId, number } = input;
  const seen = [scenes.compositions[indexOf(input)] ?? '', scenes.style] as const;
  return {
    prompt: promptOf(input, scenes, seen),
    avoid: scenes.avoid,
    seed: seedOf(`${campaignId}/${number}`),
  };
}

/** The same thing as a clip, for phones first: a screen shows the middle of it. */
export function clipPrompt(input: PromptInput, scenes: Scenes): ClipRequest {
  const { composition, style, motion } = scenes.clip;
  return {
    prompt: `${promptOf(input, scenes, [composition, style])} ${motion}`,
    avoid: scenes.avoid,
    seed: seedOf(`${input.campaignId}/clip`),
    shape: 'tall',
  };
}

function promptOf(
  { brief, plan, look, ...input }: PromptInput,
  scenes: Scenes,
  [composition, style]: readonly [composition: string, style: string],
): string {
  const season = plan.season === undefined ? undefined : scenes.seasons[plan.season];
  const { deep, accent } = look.scheme;
  const subject = scenes.industries[brief.store.industry][indexOf(input)] ?? '';
  const parts = [
    `${capital(subject)}.`,
    season === undefined ? '' : `Season: ${season}.`,
    `Mood: ${scenes.moods[chosenConcept(plan).id]}.`,
    `${capital(composition)}.`,
    `Colours: ${hueOf(deep)} with ${hueOf(accent)}.`,
    style,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const indexOf = ({ number }: Pick<PromptInput, 'number'>): number => (number - 1) % 3;

/** Below 4,294,967,295: the highest that every model takes. */
function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % 4_294_967_294;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
