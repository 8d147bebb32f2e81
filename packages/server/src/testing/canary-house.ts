import { randomUUID } from 'node:crypto';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import type { KtEvent } from '@kt-event/sdk';
import { canaryPeople, inEveryForm } from '@kt-event/sdk/testing';
import { openServer } from '../open-server.js';
import { createScheduler } from '../scheduler/create-scheduler.js';
import { crowdIn } from './canary-crowd.js';
import { afterClosing, afterDraw, aLottery, openStage, type Stage, whileOpen } from './open-stage.js';
import { winnerLinks } from './winner-links.js';

export interface CanaryHouseOptions {
  /** Who tells the winners. @defaultValue nobody: what is to be said lies in the outbox */
  readonly messenger?: 'sandbox';
  /** Makes the toolkit wrong on purpose. */
  readonly spoil?: (ktEvent: KtEvent, folder: string) => KtEvent;
}

/** What a whole lottery with fifty people has left behind on its server. */
export interface CanaryHouse {
  /** Everything on the disk: database with its log and the journal in it, outbox, journal of the stand-ins. */
  readonly folder: string;
  /** All that whoever runs the server is told, in every form in which it may be printed, and what was printed. */
  readonly log: string;
  /** Figures and public pages after the draw. */
  readonly shown: string;
  readonly state: string | undefined;
  close(): Promise<void>;
}

/** @param log - Takes down what is told; what the process prints may go there as well. */
export async function playCanaryHouse(
  { messenger, spoil = (right) => right }: CanaryHouseOptions,
  log: string[],
): Promise<CanaryHouse> {
  let stage: Stage | undefined;
  const clock = () => stage?.now() ?? new Date('2026-11-20T10:00:00+09:00');
  const sandbox = messenger && (await openSandbox({ now: clock }));
  stage = await openStage(sandbox ? { environment: sandbox.environment() } : {});
  const { folder, moveTo, now } = stage;
  const ktEvent = spoil(stage.ktEvent, folder);
  ktEvent.on((event) => log.push(inEveryForm(event)));
  const campaign = await stage.publish(aCrowdedLottery());
  const tell = (error: unknown) => log.push(inEveryForm(error));
  const many = { entriesPerMinute: 100_000, entriesPerDevice: 100_000, requestsPerMinute: 100_000 };
  const server = await openServer({ ktEvent, newId: randomUUID, now, onFailure: tell, ...many });
  const scheduler = createScheduler({ ktEvent, now, onError: tell });
  const ask = async (path: string, init: RequestInit = {}) => (await fetch(server.url + path, init)).text();

  moveTo(whileOpen);
  await scheduler.tick();
  await crowdIn(ask, campaign.slug);
  if (sandbox) repeatEverybody(sandbox);
  for (const moment of [afterClosing, afterDraw]) {
    moveTo(moment);
    await scheduler.tick();
  }
  await claimAll(ask, sandbox ? linksIn(sandbox) : await winnerLinks(campaign));
  const shown = await Promise.all(shownPaths(campaign.slug).map((path) => ask(path)));
  return {
    folder,
    log: log.join('\n'),
    shown: shown.join('\n'),
    state: (await ktEvent.find(campaign.id))?.state,
    async close() {
      await scheduler.stop();
      await server.close();
      await stage.close();
      await sandbox?.close();
    },
  };
}

function aCrowdedLottery() {
  return aLottery({
    entry: { mechanic: 'lottery', winners: 20, reserves: 10 },
    prizes: [{ name: '라떼', valueKrw: 5_000, quantity: 20, handOver: 'either' }],
  });
}

/** Who sends the messages refuses twice, with everybody's name and phone in the refusal. */
function repeatEverybody(sandbox: Sandbox): void {
  const words = canaryPeople.map(({ name, phone }) => `${name} ${phone}`).join(' ');
  const body = { errorCode: words, errorMessage: words, [words]: words };
  for (const code of [500, 400])
    sandbox.addFault({
      provider: 'solapi',
      match: { method: 'POST' },
      fault: { kind: 'status', code, body },
      times: 1,
    });
}

function linksIn(sandbox: Sandbox): string[] {
  const bodies = sandbox.requests('solapi').map(({ body }) => String(body));
  return [...new Set(bodies.flatMap((body) => body.match(/\/w\/[\w-]{24}/g) ?? []))];
}

/** Every winner writes down where they live, which is where the person of the same number lives. */
async function claimAll(
  ask: (path: string, init?: RequestInit) => Promise<string>,
  links: readonly string[],
): Promise<void> {
  for (const [no, link] of links.entries()) {
    const { name, phone } = canaryPeople[no] ?? { name: '', phone: '' };
    const claim = { handOver: 'delivery', address: `서울 마포구 ${name} ${phone}`, addressConsent: 'on' };
    await ask(link);
    await ask(link, { method: 'POST', body: new URLSearchParams(claim) });
  }
}

const shownPaths = (slug: string): string[] => [
  '/metrics',
  '/healthz',
  '/readyz',
  '/openapi.json',
  `/e/${slug}`,
  `/draws/${slug}`,
  `/draws/${slug}/winners`,
  `/draws/${slug}/transcript.json`,
  `/draws/${slug}/audit-heads.json`,
];
