import type { AddressInfo } from 'node:net';
import { UserError } from '@kt-event/sdk';
import { type App, createApp } from './app.js';
import type { AppOptions } from './app-options.js';

export interface ServerOptions extends AppOptions {
  /** @defaultValue 127.0.0.1: reachable from this machine only */
  readonly host?: string;
  /** @defaultValue 0: any free port */
  readonly port?: number;
  /** How long a request in hand may take once the server closes, ms. @defaultValue 10_000 */
  readonly drainMs?: number;
}

export interface Server {
  readonly url: string;
  /** Finishes the requests in hand, then lets go of the port. */
  close(): Promise<void>;
}

/**
 * Starts listening.
 *
 * @throws UserError `USER_037` when the port is taken or not allowed.
 */
export async function openServer({
  host = '127.0.0.1',
  port = 0,
  drainMs = 10_000,
  ...options
}: ServerOptions): Promise<Server> {
  const app = await createApp(options);
  await listen(app, host, port);
  const address = app.server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${shown}:${address.port}`, close: () => drain(app, drainMs) };
}

async function listen(app: App, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new UserError('USER_037', { address: `${host}:${port}`, reason }, { cause });
  }
}

/** A client that neither finishes nor goes away must not keep the process. */
async function drain(app: App, drainMs: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), drainMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
