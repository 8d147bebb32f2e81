import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createSteadyClock } from '@kt-event/sdk';
import { createScheduler, openServer, type Server } from '@kt-event/server';
import type { Listener, ServeOptions } from '../context.js';
import { openKtEvent, usualPort } from '../open-kt-event.js';

/** Takes entries, and carries campaigns on at their times, until the signal. */
export async function serve(
  { folder, host, port = usualPort, signal, onFailure }: ServeOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Listener> {
  const apiToken = environment['KT_EVENT_API_TOKEN'];
  const now = createSteadyClock(); // one for the entries, their pages and the closing
  let server: Server | undefined;
  const ktEvent = await openKtEvent({
    folder,
    environment,
    entryThread: true,
    now,
    publicUrl: () => server?.url ?? '',
  });
  const listening = openServer({
    ktEvent,
    newId: randomUUID,
    now,
    port,
    onFailure,
    ...(apiToken && { apiToken }),
    ...(host !== undefined && { host }),
  });
  const opened = await listening.catch(async (error: unknown) => {
    await ktEvent.close();
    throw error;
  });
  server = opened;
  const scheduler = createScheduler({ ktEvent, now, onError: onFailure });
  scheduler.start();
  const warmed = ktEvent.warmTrends({ signal }).catch((error: unknown) => {
    if (!signal.aborted) onFailure(error);
  });

  const stop = async () => {
    if (!signal.aborted) await once(signal, 'abort');
    await Promise.all([scheduler.stop(), warmed]);
    await opened.close();
    await ktEvent.close();
  };
  return { url: opened.url, stopped: stop() };
}
