import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { byteRange } from '@kt-event/server';
import type { Listener } from '../context.js';
import type { Messages } from '../messages/ko.js';
import type { Asset, ContactSheet } from './contact-sheet.js';
import { contactSheetPage } from './contact-sheet-page.js';
import { sheetPolicy, sheetStyle } from './contact-sheet-style.js';

export interface SheetServerOptions {
  readonly messages: Messages;
  /** Stands in the address: other users of this machine do not know it. */
  readonly token: string;
  /** @defaultValue a free one */
  readonly port?: number | undefined;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly type: string;
  readonly content: Uint8Array;
}

const host = '127.0.0.1';

/** Shows the sheet to this computer only, until the signal. */
export async function serveContactSheet(
  sheet: ContactSheet,
  { messages, token, port = 0, signal }: SheetServerOptions,
): Promise<Listener> {
  const answers = answersOf(sheet, token, messages);
  const server = createServer((request, response) => answer(request, response, answers));
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const stop = async () => {
    if (!signal.aborted) await once(signal, 'abort');
    server.closeAllConnections();
    server.close();
  };
  const open = typeof address === 'object' && address ? address.port : port;
  return { url: `http://${host}:${open}/${token}/`, stopped: stop() };
}

function answersOf(sheet: ContactSheet, token: string, messages: Messages): ReadonlyMap<string, Answer> {
  const addressOf = ({ creative }: Asset) => `/${token}/${creative.path}`;
  const page = contactSheetPage(sheet, { addressOf, head: sheetStyle }, messages);
  const files = sheet.assets.flatMap((asset): [string, Answer][] =>
    asset.content ? [[addressOf(asset), { type: asset.creative.mediaType, content: asset.content }]] : [],
  );
  return new Map([
    [`/${token}/`, { type: 'text/html; charset=utf-8', content: Buffer.from(page) }],
    ...files,
  ]);
}

const headers = {
  'content-security-policy': `${sheetPolicy("'self'")}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  'accept-ranges': 'bytes',
};

function answer(
  { method, url, headers: asked, socket }: IncomingMessage,
  response: ServerResponse,
  answers: ReadonlyMap<string, Answer>,
): void {
  const found = answers.get(url ?? '');
  const isOurs = asked.host === `${host}:${socket.localPort}`; // a name that was made to point here is not
  if (!found || !isOurs) return void response.writeHead(404, headers).end();
  if (method !== 'GET' && method !== 'HEAD')
    return void response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
  send(response, found, asked.range, method === 'HEAD');
}

function send(
  response: ServerResponse,
  { type, content }: Answer,
  range: string | undefined,
  headOnly: boolean,
): void {
  const size = content.length;
  const part = byteRange(range, size);
  if (part === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` }).end();
    return;
  }
  const { first, last } = part ?? { first: 0, last: size - 1 };
  response.writeHead(part ? 206 : 200, {
    ...headers,
    'content-type': type,
    'content-length': last - first + 1,
    ...(part && { 'content-range': `bytes ${first}-${last}/${size}` }),
  });
  response.end(headOnly ? undefined : content.subarray(first, last + 1));
}
