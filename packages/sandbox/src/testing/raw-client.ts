import { connect } from 'node:net';

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Asked when bytes arrive and every 10 ms: the client hangs up as soon as it says so. */
  readonly leave?: (bodyBytes: number, elapsedMs: number) => boolean;
}

/** What came over the wire, and how it ended. */
export interface RawAnswer {
  readonly end: 'closed' | 'reset' | 'left';
  /** 0 when no status line came. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without the framing of chunks. */
  readonly body: Buffer;
  /** Whether the whole request went out. */
  readonly isWritten: boolean;
  readonly elapsedMs: number;
}

const headEnd = '\r\n\r\n';

/** One HTTP/1.1 exchange over a socket of its own, without a client library to smooth anything over. */
export function callRaw(url: string, request: RawRequest = {}): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body = '', leave = () => false } = request;
  const { hostname, port, pathname, search } = new URL(url);
  const lines = Object.entries({
    host: `${hostname}:${port}`,
    connection: 'close',
    ...(body.length === 0 ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const startedAt = performance.now();
  const chunks: Buffer[] = [];
  let bodyBytes = 0;
  let isWritten = false;

  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const settle = (end: RawAnswer['end']) => {
      clearInterval(watch);
      socket.destroy();
      const elapsedMs = performance.now() - startedAt;
      resolve({ end, isWritten, elapsedMs, ...parse(Buffer.concat(chunks)) });
    };
    const look = () => leave(bodyBytes, performance.now() - startedAt) && settle('left');
    const watch = setInterval(look, 10);
    socket.on('error', () => settle('reset')).on('end', () => settle('closed'));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      bodyBytes = bodyBytes > 0 ? bodyBytes + chunk.length : restOf(Buffer.concat(chunks)).length;
      look();
    });
    socket.write(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`);
    socket.write(body, (error) => {
      isWritten = !error;
    });
  });
}

/** What came after the headers, with the framing of chunks. */
function restOf(received: Buffer): Buffer {
  const end = received.indexOf(headEnd);
  return end < 0 ? Buffer.alloc(0) : received.subarray(end + headEnd.length);
}

function parse(received: Buffer): Pick<RawAnswer, 'status' | 'headers' | 'body'> {
  const end = received.indexOf(headEnd);
  if (end < 0) {
    return { status: 0, headers: {}, body: Buffer.alloc(0) };
  }
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const rest = restOf(received);
  const body = headers['transfer-encoding'] === 'chunked' ? unchunk(rest) : rest;
  return { status: Number(first.split(' ')[1]), headers, body };
}

function unchunk(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    pieces.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(pieces);
}
