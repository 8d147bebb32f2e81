import { distribute } from '../distribute/distribute.js';
import { UserError } from '../errors/index.js';
import type { Clipping } from '../generate/clipping.js';
import { generate, type Paintings } from '../generate/generate.js';
import { narrationOf } from '../generate/narration.js';
import { brandMessageHours, nextSendingTime } from '../providers/sending-hours.js';
import { ParkedEffect } from '../runs/suspension.js';
import type { Campaign, CampaignState } from '../schema/campaign.js';
import type { Channel } from '../schema/primitives.js';
import type { Publication, PublicationState } from '../schema/publication.js';
import { toSeoul } from '../schema/seoul-time.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';
import { changedModes, pinModes } from './channel-modes.js';
import { claimContent } from './claim-content.js';
import { contentHash } from './content-hash.js';
import { entryUrlAt, entryUrlStep } from './entry-url.js';
import { findingsOf, judgePhase, refuseErrors, withFindings } from './judge-phase.js';
import { moveCampaign } from './move-campaign.js';
import { orderClip } from './order-clip.js';
import { paintLooks } from './paint-looks.js';
import { rewriteTexts } from './rewrite-texts.js';
import { scheduleOf } from './run-entries.js';
import { speakRing } from './speak-ring.js';

/** What every picture and text of a campaign says that is not real. */
const rehearsalLabel = '리허설용 · 실제 이벤트가 아닙니다';

/**
 * Makes the creatives. The same plan gives the same files, and what models have made is kept, so an interrupted making is
 * simply done again.
 */
export async function generateCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  const entryUrl = await pinEntryUrl({ context, deps, campaign });
  const label = (await campaign()).rehearsal ? rehearsalLabel : undefined;
  const rewritings = await rewriteTexts({ context, deps, campaign }, { label, entryUrl });
  const ring = rewritings?.get('ringo_biz')?.written;
  const voice = await speakRing({ context, deps, campaign }, { label, written: ring });
  const { paintings, clipping } = await painted({ context, deps, campaign });
  await context.step('generate', async (signal) => {
    const current = await plannedCampaign({ campaign });
    const { id, brief, plan } = current;
    const narration = voice && (await narrationOf(voice, deps, signal));
    const creatives = await generate(
      { brief, plan, entryUrl, label, voice, narration, paintings, clipping, rewritings },
      {
        media: deps.media,
        renderer: deps.renderer,
        films: deps.films,
        designs: await deps.designs(),
        onItem: ({ kind, channel }) => context.item('generate', `${channel}/${kind}`, 'made'),
        onFilm: (channel, share) =>
          context.item('generate', `${channel}/video`, 'running', `${Math.round(share * 100)}%`),
      },
      signal,
    );
    const found = findingsOf({ ...current, creatives }, 'creative', {}, deps);
    refuseErrors(found);
    await moveCampaign(deps.store.campaigns, id, 'approved', {
      creatives,
      ...(found.length > 0 && { plan: withFindings(plan, 'creative', found) }),
    });
    return { creatives: creatives.length };
  });
}

interface PaintedParts {
  readonly paintings?: Paintings | undefined;
  readonly clipping?: Clipping | undefined;
}

/** Both at the same time: a clip takes minutes. One that begins with a picture waits for it. */
async function painted(run: CampaignRun): Promise<PaintedParts> {
  const paintings = paintLooks(run);
  const parts = await run.context.all<PaintedParts>([
    async () => ({ paintings: await paintings }),
    async () => ({ clipping: await orderClip(run, paintings) }),
  ]);
  return { ...parts[0], ...parts[1] };
}

/** While a campaign can still be entered, a resume also tries again what a channel could not take before. */
const advertisable: readonly CampaignState[] = ['approved', 'published', 'open'];

/** Publishes on every channel. What fails or stays in doubt is listed; it stops neither the others nor the campaign. */
export async function distributeCampaign(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const current = await plannedCampaign({ campaign });
  if (!advertisable.includes(current.state)) return;
  const modes = await pinModes(run);
  const publications = await deps.store.outcomes.publications(current.id);
  const wanted = wantedChannels(run, current, publications);
  if (wanted.length > 0) {
    refuseUnapproved(current);
    const changed = changedModes(deps.channels, modes);
    if (changed === undefined) {
      await judgePublic(run);
      await place(run, current, { wanted, publications });
    } else if (current.state === 'approved') throw new UserError('USER_038', { channels: changed });
  }
  await context.step('distribute', async () => {
    await moveCampaign(deps.store.campaigns, current.id, 'published');
    return { channels: current.brief.channels };
  });
}

/**
 * Those that are asked for, else all that nobody holds back; without those that have it. None after the end: what
 * failed then must not be announced too late.
 */
function wantedChannels(
  { deps }: CampaignRun,
  campaign: Campaign,
  publications: readonly Publication[],
): readonly Channel[] {
  if (deps.now() >= new Date(scheduleOf(campaign).closesAt)) return [];
  const stateOf = (channel: Channel) => publications.find((known) => known.channel === channel)?.state;
  const chosen =
    deps.distribution.channels ?? campaign.brief.channels.filter((one) => stateOf(one) !== 'held');
  const open: readonly (PublicationState | undefined)[] = [undefined, 'held', 'failed', 'in_doubt'];
  return campaign.brief.channels.filter((one) => chosen.includes(one) && open.includes(stateOf(one)));
}

/** The page on which people enter, and what is sent to the channel's friends: both before anybody sees them. */
async function judgePublic(run: CampaignRun): Promise<void> {
  const { deps } = run;
  await judgePhase(deps, await plannedCampaign(run), 'entry');
  const current = await plannedCampaign(run);
  const { brief, creatives } = current;
  const text = creatives.find(({ id }) => id === 'kakao_channel-text')?.text;
  if (text === undefined || !brief.channels.includes('kakao_channel')) return;
  const sendAt = toSeoul(nextSendingTime(deps.now(), brandMessageHours));
  await judgePhase(deps, current, 'send', {
    messages: [{ channel: 'kakao_brand', kind: 'ad', text, sendAt }],
  });
}

/** The gate before was passed with this very approval; a campaign changed behind its back is not published. */
function refuseUnapproved(campaign: Campaign): void {
  const hash = contentHash(campaign);
  if (campaign.approval?.contentHash === hash) return;
  throw new UserError('USER_007', { campaignId: campaign.id, contentHash: hash.slice(0, 12) });
}

interface Placing {
  readonly wanted: readonly Channel[];
  readonly publications: readonly Publication[];
}

async function place(
  { context, deps, campaign }: CampaignRun,
  current: PlannedCampaign,
  { wanted, publications }: Placing,
): Promise<void> {
  const { store, distribution, mediaUrl } = deps;
  const entryUrl = await pinEntryUrl({ context, deps, campaign });
  const { again, allowDuplicate } = distribution;
  const input = { campaign: current, creatives: current.creatives, entryUrl, publications, again };
  try {
    await distribute(
      { ...input, channels: wanted },
      {
        channels: deps.channels,
        run: context,
        clock: deps.now,
        mediaUrl: (creative, at) => mediaUrl(current, creative, at),
        savePublication: (publication) => store.outcomes.savePublication(publication),
        claim: async (channel, hash) =>
          allowDuplicate ? undefined : claimContent(store, current, channel, hash),
      },
    );
  } catch (error) {
    if (!(error instanceof ParkedEffect)) throw error; // the doubt is on record; the other channels have opened the doors
  }
}

/** The address is printed on posters, so a run keeps the one it began with, wherever it is resumed. */
async function pinEntryUrl({
  context,
  deps,
  campaign,
}: CampaignRun): Promise<(place: Channel | 'print') => string> {
  const base = await context.step(entryUrlStep, async () => deps.publicUrl());
  return entryUrlAt(base, await campaign());
}
