import { type RingInput, ringScript } from '../generate/ring-script.js';
import { makeVoice, spokenWords } from '../generate/voice.js';
import { ParkedEffect } from '../runs/suspension.js';
import type { EffectResult } from '../runs/workflow.js';
import { type Creative, creativeSchema } from '../schema/creative.js';
import { type CampaignRun, plannedCampaign } from './campaign-run.js';

/** A value rather than an interface, so that a journal can hold it. */
type Spoken = { readonly [Field in keyof Creative]: Creative[Field] };

/**
 * The voice of the ring-back tone, paid for once. Nothing without a voice, or when it cannot be had: the script alone
 * is handed over then, and a person records it.
 */
export async function speakRing(
  { context, deps, campaign }: CampaignRun,
  { label, written }: Pick<RingInput, 'label' | 'written'>,
): Promise<Creative | undefined> {
  const { brief, plan, creatives } = await plannedCampaign({ campaign });
  const { speech, media } = deps;
  if (!brief.channels.includes('ringo_biz')) return undefined;
  // made before, perhaps by a process that died before it could say so: what was paid for is kept
  if (creatives.length > 0) return creatives.find(({ kind }) => kind === 'audio');
  if (!speech) {
    context.item('generate', 'ringo_biz/audio', 'not_made');
    return undefined;
  }
  const { script } = ringScript({ brief, plan, label, written });
  const result = await settled(() =>
    context.effect<Spoken>(written ? 'generate/voice-2' : 'generate/voice', {
      // other words, another order
      idempotency: 'keyed', // the same words again are the same voice, at its price
      priceKrw: speech.priceKrw(spokenWords(script)),
      request: { script, provider: speech.provider },
      async send(_sending, signal) {
        context.item('generate', 'ringo_biz/audio', 'sending');
        return { ...(await makeVoice(script, { speech, media }, signal)) };
      },
    }),
  );
  if (result?.state === 'acked') {
    context.item('generate', 'ringo_biz/audio', 'made');
    return creativeSchema.parse(result.value);
  }
  const why = result && 'error' in result ? result.error.code : undefined;
  context.item('generate', 'ringo_biz/audio', 'not_made', why);
  return undefined;
}

/** A recording that may have been paid for is not waited for: the campaign goes on without it. */
async function settled<T extends EffectResult<Spoken>>(speak: () => Promise<T>): Promise<T | undefined> {
  try {
    return await speak();
  } catch (error) {
    if (error instanceof ParkedEffect) return undefined;
    throw error;
  }
}
