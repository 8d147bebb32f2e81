import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { browserFiles } from '@kt-event/verifier';

/**
 * The shipped script on an empty page, under the policy of the proof page.
 *
 * @param bug - A change of the script, to see whether anybody notices.
 */
export async function serveVerifier(bug?: readonly [from: string, to: string]): Promise<VerifierServer> {
  const shipped = await readFile(browserFiles.script, 'utf8');
  const script = bug ? shipped.replace(...bug) : shipped;
  if (bug && script === shipped) throw new Error(`nothing to break: ${bug[0]}`);
  const server = createServer((request, response) => {
    const isScript = request.url === '/verify.js';
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'");
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : '<!doctype html><html lang="ko"><title>시험</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

export interface VerifierServer {
  readonly url: string;
  close(): void;
}
