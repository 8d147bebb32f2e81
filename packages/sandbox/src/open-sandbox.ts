import { once, setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createVirtualClock, type VirtualClock } from './clock.js';
import { credentials } from './credentials.js';
import { openDeadEnds } from './dead-ends.js';
import { toBaseUrls, toEnvironment } from './environment.js';
import { createFaultBook } from './faults/fault-book.js';
import { parseFaultScript } from './faults/parse-fault-script.js';
import { type Journal, openJournal } from './journal.js';
import { createRecorder } from './recorder.js';
import type { Sandbox, SandboxOptions } from './sandbox.js';
import { serve } from './serve.js';
import { createStage, replayRequest, type Stage } from './stage.js';

const loopback = '127.0.0.1';
const defaultSeed = 'kt-event-sandbox';

interface LiveStage {
  current(): Stage;
  reset(): void;
}

/** Rebuilds the stage from the journal, or opens a new one and writes that down. */
function openStage(
  seed: string,
  clock: VirtualClock,
  journal: Journal | undefined,
  origin: () => string,
): LiveStage {
  let stage: Stage | undefined;

  const openNew = (): Stage => {
    const at = clock.now();
    journal?.append({ kind: 'opened', at: at.toISOString(), seed });
    journal?.append({ kind: 'clock', offsetMs: clock.offsetMs() });
    return createStage({ seed, openedAt: at, origin });
  };
  for (const entry of journal?.found ?? []) {
    if (entry.kind === 'opened') {
      stage = createStage({ seed, openedAt: new Date(entry.at), origin });
    } else if (entry.kind === 'clock') {
      clock.setOffsetMs(entry.offsetMs);
    } else if (stage && journal) {
      replayRequest(stage, journal, entry);
    }
  }
  let current = stage ?? openNew();
  return {
    current: () => current,
    reset() {
      journal?.clear();
      current = openNew();
    },
  };
}

/** The seed of the journal, since its ids cannot be rebuilt from another. */
function chooseSeed(asked: string | undefined, journal: Journal | undefined): string {
  const opened = journal?.found.find((entry) => entry.kind === 'opened');
  if (asked !== undefined && opened && opened.seed !== asked) {
    throw new Error(`the journal was written with seed "${opened.seed}", not "${asked}"`);
  }
  return opened?.seed ?? asked ?? defaultSeed;
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, loopback);
  await once(server, 'listening');
  const address = server.address();
  return `http://${loopback}:${typeof address === 'object' ? address?.port : port}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function checkHost(host: string): void {
  if (host !== loopback) {
    throw new Error(`the sandbox listens on ${loopback} only, not on ${host}`);
  }
}

/**
 * Opens the stand-ins of every provider on one loopback port, one path prefix each.
 *
 * @throws Error when the host is not loopback, the port is taken, or the journal was written with another seed.
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  checkHost(options.host ?? loopback);
  const clock = createVirtualClock(options.now);
  const journal = options.journalPath === undefined ? undefined : openJournal(options.journalPath);
  const seed = chooseSeed(options.seed, journal);
  const faultsEnabled = options.faults ?? true;
  let url = '';
  const live = openStage(seed, clock, journal, () => url);
  const faults = createFaultBook({ seed, enabled: faultsEnabled });
  const recorder = createRecorder();

  const publications = () => live.current().world.publications();
  const shown = () => {
    const at = clock.now();
    return [...live.current().providers.values()].flatMap((provider) => provider.shown?.(at) ?? []);
  };
  const reset = (): void => {
    live.reset();
    faults.reset();
    recorder.clear();
  };
  const keepClock = () => journal?.append({ kind: 'clock', offsetMs: clock.offsetMs() });
  const life = new AbortController();
  setMaxListeners(0, life.signal); // every late call listens to it
  const deps = { clock, faults, faultsEnabled, recorder, publications, shown, keepClock, reset, journal };
  const server = createServer((incoming, outgoing) => {
    const whole = { ...deps, stage: live.current, closing: life.signal };
    serve(whole, incoming, outgoing).catch(() => outgoing.destroy());
  });
  url = await listen(server, options.port ?? 0).catch((error: unknown) => {
    journal?.close();
    throw error;
  });
  const deadEnds = await openDeadEnds();

  return {
    url,
    deadEnds: deadEnds.urls,
    baseUrls: toBaseUrls(url),
    credentials,
    drandInfo: live.current().drand.info,
    environment: () => toEnvironment(url, live.current().drand.info),
    publications,
    shown,
    requests: recorder.list,
    addFault(script) {
      if (!faultsEnabled) {
        throw new Error('this sandbox was opened without faults');
      }
      faults.add(parseFaultScript(script));
    },
    clearFaults: faults.clear,
    reset,
    async close() {
      life.abort();
      await Promise.all([closeServer(server), deadEnds.close()]);
      journal?.close();
    },
  };
}
