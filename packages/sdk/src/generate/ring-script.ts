import type { Brief } from '../schema/brief.js';
import type { Plan } from '../schema/plan.js';
import { createChannelText, type TextInput } from './channel-text.js';
import { type SpokenScript, toSpokenScript } from './spoken-script.js';

export interface RingInput {
  readonly brief: Brief;
  readonly plan: Plan;
  /** An honest line, such as `리허설용`. */
  readonly label?: string | undefined;
  /** What a model wrote in place of the plan's copy. */
  readonly written?: TextInput['written'];
}

/**
 * What a caller of the store hears: the words to approve, and what was said in other words than it was written.
 *
 * @throws UserError `USER_045`
 */
export function ringScript(input: RingInput): SpokenScript {
  const { text } = createChannelText('ringo_biz', { ...input, link: '' });
  return toSpokenScript(text);
}

/** AI 기본법 §31, in force since 2026-01-22: who hears a made voice is told so. The wording is ours. */
export const voiceDisclosure = '이 안내는 인공지능 음성으로 만들었습니다.';
