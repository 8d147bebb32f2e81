import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { callRaw } from './testing/raw-client.js';
import { writePieces } from './write-pieces.js';

type Write = (outgoing: ServerResponse, pieces: Iterable<Buffer>) => Promise<void>;

const piece = Buffer.alloc(64 * 1024);
const most = 2_000;

/** How many pieces a writer asks for when the client leaves after a megabyte. */
async function piecesTaken(write: Write): Promise<number> {
  let taken = 0;
  function* endless() {
    while (taken < most) {
      taken += 1;
      yield piece;
    }
  }
  const server = createServer();
  const written = new Promise<void>((resolve, reject) => {
    server.on('request', (_, outgoing) => void write(outgoing, endless()).then(resolve, reject));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await callRaw(`http://127.0.0.1:${port}/`, { leave: (bytes) => bytes > 1024 * 1024 });
  await written;
  server.close();
  return taken;
}

it('stops when the client leaves', async () => {
  expect(await piecesTaken((outgoing, pieces) => writePieces(outgoing, pieces, 0))).toBeLessThan(most);
});

it('would notice a writer that goes on', async () => {
  const deaf: Write = async (outgoing, pieces) => {
    for (const each of pieces) outgoing.write(each);
  };

  expect(await piecesTaken(deaf)).toBe(most);
});
