import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from './sandbox.js';
import { openTestSandbox } from './testing/open-test-sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

async function codeOf(url: string): Promise<string> {
  try {
    return String((await fetch(`${url}/x`)).status);
  } catch (error) {
    const { cause } = error as Error & { cause: { code: string } };
    return cause.code;
  }
}

describe('dead ends', () => {
  it('fail at the name, at the port and at TLS, every time', async () => {
    const { unknownHost, refused, brokenTls } = sandbox.deadEnds;
    for (let round = 0; round < 20; round += 1) {
      expect(await codeOf(unknownHost)).toBe('ENOTFOUND');
      expect(await codeOf(refused)).toBe('ECONNREFUSED');
      expect(await codeOf(brokenTls)).toBe('ERR_SSL_WRONG_VERSION_NUMBER');
    }

    expect(sandbox.requests()).toEqual([]);
  });

  it('keep the refused port from whoever would listen there', async () => {
    const server = createServer();
    server.listen(Number(new URL(sandbox.deadEnds.refused).port), '127.0.0.1');

    const [error] = await once(server, 'error');

    expect(error).toMatchObject({ code: 'EADDRINUSE' });
  });

  it('would notice an address where somebody listens', async () => {
    expect(await codeOf(sandbox.url)).toBe('404');
  });
});
