import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { isCancellation, KtEventError, UserError } from './errors/index.js';
import { createCampaignCache } from './participate/campaign-cache.js';
import { createCounts } from './participate/counts.js';
import { isOpen, notOpen } from './participate/entry-window.js';
import { type CodeAnswer, createEntryGuards, type EntryGuards } from './participate/guards/entry-guards.js';
import { createHumanDoor } from './participate/guards/human-door.js';
import { createLoadMeter } from './participate/guards/load-meter.js';
import { codeSubject, createPhoneCodes, requireMessenger } from './participate/guards/phone-codes.js';
import { createSendCode, sendCodeDefinition } from './participate/guards/send-code.js';
import type { HumanWidget } from './providers/human-check.js';
import type { WorkflowDefinition } from './runs/workflow.js';
import type { Campaign } from './schema/campaign.js';
import type { Challenge } from './schema/challenge.js';
import type { Proofs } from './schema/proofs.js';
import { createDeviceTokens, type DeviceTokens } from './security/device-tokens.js';
import type { GuardKind, GuardTally } from './store/guard-repository.js';

export interface PhoneCodeQuestion {
  readonly phone: string;
  /** Address of whoever asks, as a trusted hop saw it. Kept as a keyed hash, for an hour. */
  readonly client: string;
  readonly proofs?: Proofs | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the page of an event must ask for now. */
export interface EntryDemands {
  readonly challenge: boolean;
  /** What asks for people in place of a challenge. */
  readonly widget?: HumanWidget | undefined;
  readonly phoneCode: boolean;
}

/** What keeps programs away from the entries, and bills from being pumped up. */
export interface Guarding {
  /** A challenge to solve: good for this campaign, for five minutes, and once. @throws UserError `USER_002` */
  challenge(slug: string): Promise<Challenge>;
  demands(campaign: Campaign): EntryDemands;
  /**
   * Sends a one-time code by text message, at most once, whether or not the phone has entered. It costs money.
   * @throws UserError `USER_001`, `USER_002`, `USER_005`, `USER_057`, `USER_059`, `USER_060`, `USER_061`, `USER_062`,
   * `USER_063`; AuthError `AUTH_001` where no text message can be sent
   */
  sendPhoneCode(slug: string, question: PhoneCodeQuestion): Promise<CodeAnswer>;
  /** Counts somebody whom a server turned away before asking the toolkit. Nothing tells who. */
  noteTurnedAway(slug: string, kind: GuardKind): Promise<void>;
  /** How many were turned away by what, and what the codes have cost. */
  guardTally(campaignId: string): Promise<GuardTally>;
  /**
   * Forgets what the guards of all campaigns need no more: spent challenges that are over anyway, and who asked for a
   * code more than an hour ago. Safe at any time.
   * @returns how many rows
   */
  forgetSpent(): Promise<number>;
  readonly devices: DeviceTokens;
}

/** `close` writes the figures that are still in memory. */
export interface GuardParts {
  readonly guarding: Guarding;
  readonly guards: EntryGuards;
  readonly close: () => Promise<void>;
}

export function guardParts(parts: Parts): GuardParts {
  const { store, guardKeys: keys, randomBytes, elapsedMs, sleep, now } = parts;
  const meter = createLoadMeter({ elapsedMs });
  const door = createHumanDoor({ meter, keys, randomBytes, humanCheck: parts.providers.humanCheck });
  const messengerOf = ({ folder }: Pick<Campaign, 'folder'>) =>
    parts.providers.messenger(parts.media(folder));
  const phoneCodes = createPhoneCodes({ ...parts, codes: store.codes, messengerOf, keys, door });
  const turnedAway = createCounts<GuardKind>({ write: store.guards.count, sleep });
  const guards = createEntryGuards({ meter, door, phoneCodes, turnedAway });
  const campaigns = createCampaignCache({ campaigns: store.campaigns, now });

  async function find(slug: string): Promise<Campaign> {
    const campaign = await campaigns.findBySlug(slug);
    if (!campaign) throw new UserError('USER_002', { what: 'campaign', id: slug });
    return campaign;
  }

  const guarding: Guarding = {
    challenge: async (slug) => door.issue((await find(slug)).id, now()),
    demands(campaign) {
      const asked = door.isAsked(campaign);
      const phoneCode = campaign.brief.guards?.phoneCode ?? false;
      return { challenge: asked && !door.widget, widget: asked ? door.widget : undefined, phoneCode };
    },
    async sendPhoneCode(slug, question) {
      const at = now();
      const campaign = await find(slug);
      if (!(await isOpen(campaign, at, store.entries))) throw notOpen(campaign);
      return guards.sendCode({ ...question, proofs: question.proofs, campaign, at });
    },
    async noteTurnedAway(slug, kind) {
      const campaign = await campaigns.findBySlug(slug);
      if (campaign) turnedAway.add(campaign.id, kind);
    },
    async guardTally(campaignId) {
      await turnedAway.flush();
      return store.guards.tally((await requireCampaign(store, campaignId)).id);
    },
    async forgetSpent() {
      const at = now();
      return (await store.guards.forgetExpired(at.toISOString())) + (await phoneCodes.forgetOld(at));
    },
    devices: createDeviceTokens(keys.deviceKey, randomBytes),
  };
  return { guarding, guards, close: () => turnedAway.close() };
}

/** An event whose codes nobody would get is refused before anything is stored. @throws AuthError `AUTH_001` */
export function requireCodesSendable(parts: Parts, { guards }: Campaign['brief']): void {
  if (guards?.phoneCode) requireMessenger(parts.providers.messenger(parts.media('')));
}

/**
 * Settles what a process that died has left: nothing is sent any more. What may have been sent counts as sent, and what
 * certainly was not is given back.
 */
export async function carryOnCodes(
  { store, engine, providers, media }: Parts,
  { id, folder }: Pick<Campaign, 'id' | 'folder'>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const runs = await store.journal.list({ subject: codeSubject(id), states: unfinished });
  const workflow = createSendCode({ messenger: providers.messenger(media(folder)), codes: store.codes });
  for (const run of runs.filter(({ definition }) => definition === sendCodeDefinition.name)) {
    await engine.advance(run.id, workflow as WorkflowDefinition, { signal }).catch((error: unknown) => {
      if (isCancellation(error) || !KtEventError.is(error)) throw error; // a run that is held goes on elsewhere
    });
  }
}

const unfinished = ['queued', 'running', 'waiting', 'parked'] as const;
