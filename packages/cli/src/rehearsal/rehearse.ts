import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import {
  addDays,
  type Brief,
  type Campaign,
  type CampaignStatus,
  createKtEvent,
  instantOfDay,
  type KtEvent,
  KtEventError,
  type ProgressEvent,
  UserError,
} from '@kt-event/sdk';
import { openServer, type Server } from '@kt-event/server';
import { answerPrizes, linksIn } from './answer-prizes.js';
import { createEntrants } from './entrants.js';
import { proveVisit } from './prove-visit.js';
import { type RehearsalFacts, type RehearsalResult, toRehearsalResult } from './rehearsal-result.js';
import { sendEntrants } from './send-entrants.js';
import { createVirtualClock, type VirtualClock } from './virtual-clock.js';

export interface RehearseOptions {
  readonly brief: Brief;
  /** Data folder of rehearsals: database, keys, the sandbox's journal. */
  readonly folder: string;
  /** Where the campaign's files go. */
  readonly output: string;
  /** Folder of an agency's own picture templates, absolute. @defaultValue ours alone */
  readonly templates?: string | undefined;
  readonly newId: () => string;
  readonly elapsedMs: () => number;
  readonly onEvent?: (event: ProgressEvent) => void;
  readonly signal?: AbortSignal | undefined;
}

interface Stage {
  readonly sandbox: Sandbox;
  readonly clock: VirtualClock;
  readonly ktEvent: KtEvent;
  readonly server: Server;
  readonly signal: AbortSignal | undefined;
}

/** A campaign waits a handful of times; one that waits this often waits for something that never comes. */
const mostWaits = 40;

/** Days before opening at which a rehearsal begins: time for every channel's review. */
const leadDays = 10;

/**
 * Plays a whole campaign against stand-ins on this machine, through the real adapters, the real server and
 * real HTTP, in minutes of real time. An interrupted rehearsal of the same brief goes on where it stopped.
 */
export async function rehearse(options: RehearseOptions): Promise<RehearsalResult> {
  const start = new Date(instantOfDay(addDays(options.brief.period.start, -leadDays), '10:00:00'));
  const clock = createVirtualClock(start, options.elapsedMs);
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const journalPath = join(options.folder, 'sandbox.jsonl');
  const sandbox = await openSandbox({ now: clock.now, journalPath, faults: false });
  try {
    return await withKtEvent(options, clock, sandbox);
  } finally {
    await sandbox.close();
  }
}

async function withKtEvent(
  options: RehearseOptions,
  clock: VirtualClock,
  sandbox: Sandbox,
): Promise<RehearsalResult> {
  let server: Server | undefined;
  const ktEvent = await createKtEvent({
    folder: options.folder,
    output: options.output,
    environment: environmentOf(sandbox, options.folder),
    templates: options.templates,
    kakaoAudience: madeUpFriends,
    now: clock.now,
    sleep: clock.sleep,
    publicUrl: () => server?.url ?? '',
  });
  const timings: Record<string, number> = {};
  const stop = ktEvent.on((event) => {
    if (event.type === 'stage:end') {
      timings[event.stage] = Math.round((timings[event.stage] ?? 0) + event.durationMs);
    }
    options.onEvent?.(event);
  });
  try {
    server = await openAtSamePort(options, ktEvent);
    const { status, sent, consents } = await play(
      { sandbox, clock, ktEvent, server, signal: options.signal },
      options.brief,
    );
    const winners = await ktEvent.winners(status.campaign.id);
    return toRehearsalResult({ status, winners, sent, consents, timings, draw: judge(ktEvent, status) });
  } finally {
    stop();
    await server?.close();
    await ktEvent.close();
  }
}

/** Addresses handed out before an interruption must work after it, so the port is kept if it is still free. */
async function openAtSamePort({ folder, newId }: RehearseOptions, ktEvent: KtEvent): Promise<Server> {
  const path = join(folder, 'port');
  const known = Number(await readFile(path, 'utf8').catch(() => '0'));
  const open = (port: number) => openServer({ ktEvent, newId, port, entriesPerMinute: 100_000 });
  const server = await open(known).catch(() => open(0));
  await writeFile(path, new URL(server.url).port);
  return server;
}

/** Friends of the store's channel who do not exist. */
const madeUpFriends = ['+821055009001', '+821055009002', '+821055009003'];

/** The sandbox's own, and two folders that stand for the witnesses of a draw. */
function environmentOf(sandbox: Sandbox, folder: string): Record<string, string> {
  const witnesses = ['witness-1', 'witness-2'].map((name) => join(folder, name));
  return { ...sandbox.environment(), WITNESS_FOLDERS: witnesses.join(delimiter) };
}

async function play(
  stage: Stage,
  brief: Brief,
): Promise<Pick<RehearsalFacts, 'status' | 'sent' | 'consents'>> {
  const { clock, ktEvent, signal } = stage;
  const campaign = await findOrCreate(stage, brief);
  let status = await ktEvent.advance(campaign.id, { until: 'plan', signal });
  const contentHash = ktEvent.contentHash(status.campaign);
  if (!status.campaign.approval) await ktEvent.approve(campaign.id, { contentHash, by: 'rehearsal' });
  let sent = 0;
  const answered = new Set<string>();
  for (let wait = 0; wait < mostWaits; wait += 1) {
    status = await ktEvent.advance(campaign.id, { signal });
    if (status.run?.state !== 'waiting' || status.run.wakeAt === undefined) break;
    if (status.campaign.state === 'open' && sent === 0) {
      sent = await enter(stage, status);
      await tellConsents(stage, campaign.id);
    }
    if (await answer(stage, status, answered)) continue;
    clock.advanceTo(new Date(status.run.wakeAt));
  }
  refuseUnfinished(status);
  await ktEvent.refreshPublications(campaign.id, { signal });
  const consents = await ktEvent.consents(campaign.id);
  return { status: await ktEvent.status(campaign.id), sent, consents };
}

/** The unfinished rehearsal of this very brief, or a new one: never half of each. */
async function findOrCreate({ sandbox, ktEvent, clock }: Stage, brief: Brief): Promise<Campaign> {
  const wanted = JSON.stringify(brief);
  const campaigns = await ktEvent.list();
  const unfinished = campaigns.find(
    (campaign) =>
      campaign.state !== 'settled' &&
      campaign.state !== 'cancelled' &&
      JSON.stringify(campaign.brief) === wanted,
  );
  if (!unfinished) {
    sandbox.reset();
    return ktEvent.create(brief, { rehearsal: true });
  }
  const { run } = await ktEvent.status(unfinished.id);
  if (run) clock.advanceTo(new Date(run.updatedAt));
  return unfinished;
}

/** Invented winners read what the stand-in was asked to send them. */
async function answer(
  { sandbox, server, signal }: Stage,
  { run }: CampaignStatus,
  answered: Set<string>,
): Promise<boolean> {
  if (run?.waitingFor !== 'claims') return false;
  const messages = sandbox.requests('solapi').map(({ body }) => body);
  return answerPrizes(server.url, linksIn(messages), answered, signal);
}

/**
 * As the law asks of an owner within days: whoever agreed to hear of the store is told so, by day. Whom the budget does
 * not reach stays untold, and the report says so.
 */
async function tellConsents({ ktEvent, clock, signal }: Stage, campaignId: string): Promise<void> {
  try {
    const { nextAt } = await ktEvent.tellConsents(campaignId, { signal });
    if (nextAt === undefined) return;
    clock.advanceTo(new Date(nextAt));
    await ktEvent.tellConsents(campaignId, { signal });
  } catch (error) {
    if (!KtEventError.is(error) || error.code !== 'USER_017') throw error;
  }
}

/** Everybody comes at once: at the opening where that is what lots are drawn about, else in the middle of the period. */
async function enter({ clock, ktEvent, server, signal }: Stage, status: CampaignStatus): Promise<number> {
  const { campaign } = status;
  const { opensAt, closesAt } = campaign.plan?.schedule ?? {};
  if (opensAt === undefined || closesAt === undefined) return 0;
  if (status.run?.waitingFor !== 'rush:end')
    clock.advanceTo(new Date((Date.parse(opensAt) + Date.parse(closesAt)) / 2));
  const entrants = createEntrants(campaign.id, await proveVisit(ktEvent, campaign));
  await sendEntrants(`${server.url}/e/${campaign.slug}/entries`, entrants, signal);
  return entrants.length;
}

function refuseUnfinished({ campaign, run, effects }: CampaignStatus): void {
  if (run?.state === 'ended') return;
  const parked = effects.filter(({ state }) => state === 'parked').map(({ id }) => id);
  if (parked.length > 0) {
    throw new UserError('USER_015', { count: parked.length, effects: parked.join(', ') });
  }
  throw new UserError('USER_008', { state: campaign.state, action: run?.waitingFor ?? 'rehearse' });
}

function judge(ktEvent: KtEvent, { campaign, draw }: CampaignStatus) {
  if (!draw?.transcript) return undefined;
  const { level, valid } = ktEvent.verify(draw.transcript);
  return { level, valid, transcript: join(campaign.folder, transcriptPath) };
}

/** Where every campaign keeps its proof. */
const transcriptPath = 'draw/transcript.json';
