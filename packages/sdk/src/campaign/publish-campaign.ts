import { distribute } from '../distribute/distribute.js';
import { UserError } from '../errors/index.js';
import { generate } from '../generate/generate.js';
import { ParkedEffect } from '../runs/suspension.js';
import type { Campaign, CampaignState } from '../schema/campaign.js';
import type { Channel } from '../schema/primitives.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';
import { changedModes, pinModes } from './channel-modes.js';
import { moveCampaign } from './move-campaign.js';
import { scheduleOf } from './run-entries.js';

/** What every picture and text of a campaign says that is not real. */
const rehearsalLabel = '리허설용 · 실제 이벤트가 아닙니다';

/** Makes the creatives. The same plan gives the same files, so an interrupted making is simply done again. */
export async function generateCampaign({ context, deps, campaign }: CampaignRun): Promise<void> {
  const entryUrl = await pinEntryUrl({ context, deps, campaign });
  await context.step('generate', async (signal) => {
    const { id, brief, plan, rehearsal } = await plannedCampaign({ campaign });
    const creatives = await generate(
      { brief, plan, entryUrl, label: rehearsal ? rehearsalLabel : undefined },
      {
        media: deps.media,
        onItem: ({ kind, channel }) => context.item('generate', `${channel}/${kind}`, 'made'),
      },
      signal,
    );
    await moveCampaign(deps.store.campaigns, id, 'approved', { creatives });
    return { creatives: creatives.length };
  });
}

/** While a campaign can still be entered, a resume also tries again what a channel could not take before. */
const advertisable: readonly CampaignState[] = ['approved', 'published', 'open'];

/** Publishes on every channel. What fails or stays in doubt is listed; it stops neither the others nor the campaign. */
export async function distributeCampaign(run: CampaignRun): Promise<void> {
  const { context, deps, campaign } = run;
  const current = await plannedCampaign({ campaign });
  if (!advertisable.includes(current.state)) return;
  const modes = await pinModes(run);
  if (await isWanted(run, current)) {
    const changed = changedModes(deps.channels, modes);
    if (changed === undefined) await place(run, current);
    else if (current.state === 'approved') throw new UserError('USER_038', { channels: changed });
  }
  await context.step('distribute', async () => {
    await moveCampaign(deps.store.campaigns, current.id, 'published');
    return { channels: current.brief.channels };
  });
}

/** Not after the end, and not when every channel has it: what failed then must not be announced too late. */
async function isWanted({ deps }: CampaignRun, campaign: Campaign): Promise<boolean> {
  if (deps.now() >= new Date(scheduleOf(campaign).closesAt)) return false;
  const publications = await deps.store.outcomes.publications(campaign.id);
  const placed = publications.filter(({ state }) => state !== 'failed' && state !== 'in_doubt');
  return placed.length < campaign.brief.channels.length;
}

async function place({ context, deps, campaign }: CampaignRun, current: PlannedCampaign): Promise<void> {
  const entryUrl = await pinEntryUrl({ context, deps, campaign });
  try {
    await distribute(
      {
        campaign: current,
        creatives: current.creatives,
        entryUrl,
        mediaUrl: (creative) => deps.mediaUrl(current, creative),
      },
      {
        channels: deps.channels,
        run: context,
        savePublication: (publication) => deps.store.outcomes.savePublication(publication),
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
  const { slug } = await campaign();
  const base = await context.step('entry-url', async () => deps.publicUrl());
  return (place) => `${base}/e/${slug}?from=${place}`;
}
