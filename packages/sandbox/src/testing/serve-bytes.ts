import { once } from 'node:events';
import { createServer } from 'node:http';

export interface ByteServer {
  readonly url: string;
  /** How often it was asked. */
  readonly hits: () => number;
  close(): Promise<void>;
}

/** A loopback file server with one file, as a store's own media host would be. */
export async function serveBytes(bytes: Buffer): Promise<ByteServer> {
  let hits = 0;
  const server = createServer((_incoming, outgoing) => {
    hits += 1;
    outgoing.end(bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/media`,
    hits: () => hits,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The headers of a JPEG of a size: enough for whoever reads no pixels. */
export function jpegOfSize(widthPx: number, heightPx: number): Buffer {
  const frame = Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xff, 0xd9,
  ]);
  frame.writeUInt16BE(heightPx, 13);
  frame.writeUInt16BE(widthPx, 15);
  return frame;
}
