import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Base URLs that fail before a request could arrive anywhere: no stand-in sees anything of it. */
export interface DeadEnds {
  /** A name that does not exist. Its label is too long for DNS (RFC 1035 §2.3.4), so that no name server is asked. */
  readonly unknownHost: string;
  /** A port where nobody listens, as long as the sandbox is open. */
  readonly refused: string;
  /** An https address where a server without TLS answers. */
  readonly brokenTls: string;
}

const loopback = '127.0.0.1';
const longestLabel = 63;

/**
 * The refused port is the near end of a connection that stays open: the system gives it to no listener meanwhile,
 * which nobody can promise of a port that was opened and closed.
 */
export async function openDeadEnds(): Promise<{ readonly urls: DeadEnds; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'));
  });
  const port = await listen(server);
  const holder = connect(port, loopback);
  await once(holder, 'connect');

  return {
    urls: {
      unknownHost: `http://${'x'.repeat(longestLabel + 1)}.invalid`,
      refused: `http://${loopback}:${holder.localPort}`,
      brokenTls: `https://${loopback}:${port}`,
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of [holder, ...sockets]) {
        socket.destroy();
      }
      await closed;
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, loopback);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return port;
}
