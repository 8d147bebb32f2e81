import type { AddressInfo } from 'node:net';
import { type AppOptions, createApp } from './app.js';

export interface ServerOptions extends AppOptions {
  /** @defaultValue 127.0.0.1: reachable from this machine only */
  readonly host?: string;
  /** @defaultValue 0: any free port */
  readonly port?: number;
}

export interface Server {
  readonly url: string;
  /** Finishes the requests in hand, then lets go of the port. */
  close(): Promise<void>;
}

/** Starts listening. */
export async function openServer({
  host = '127.0.0.1',
  port = 0,
  ...options
}: ServerOptions): Promise<Server> {
  const app = await createApp(options);
  await app.listen({ host, port });
  const address = app.server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${shown}:${address.port}`, close: () => app.close() };
}
