import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** What goes wrong, by path: `GET {url}/slowBody`. */
export type Fault = keyof typeof faults;

export interface FaultServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Requests read to their end so far. */
  received(): number;
  /** Connections open now, and opened since the start. */
  sockets(): { readonly open: number; readonly total: number };
  close(): Promise<void>;
}

/** An HTTP server on loopback that misbehaves on request. */
export async function openFaultServer(): Promise<FaultServer> {
  const open = new Set<Socket>();
  let received = 0;
  let total = 0;
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    request.on('end', () => {
      received += 1;
    });
    const fault = isFault(name) ? faults[name] : statusFault;
    fault(request, response);
  });
  server.on('connection', (socket) => {
    total += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received: () => received,
    sockets: () => ({ open: open.size, total }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isFault(name: string): name is Fault {
  return Object.hasOwn(faults, name);
}

/** Answers once the request is read to its end. */
function whenRead(answer: (response: ServerResponse, request: IncomingMessage) => void): RequestListener {
  return (request, response) => {
    request.on('end', () => answer(response, request)).resume();
  };
}

function json(body: string): RequestListener {
  return whenRead((response) => response.setHeader('content-type', 'application/json').end(body));
}

/** `/503?retry-after=2`: that status, those headers, and a problem as its body. */
const statusFault = whenRead((response, request) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  response.writeHead(Number(pathname.slice(1)), {
    'content-type': 'application/problem+json',
    ...Object.fromEntries(searchParams),
  });
  response.end('{"detail":"as you asked"}');
});

const faults = {
  ok: json('{"id":"1"}'),
  latency: whenRead((response) => {
    setTimeout(() => response.setHeader('content-type', 'application/json').end('{"id":"1"}'), 20);
  }),
  echo: whenRead((response, { method, url, headers }) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ method, url, headers }));
  }),
  resetBeforeRead: (request) => request.socket.resetAndDestroy(),
  resetAfterRequest: whenRead((_, request) => request.socket.resetAndDestroy()),
  noAnswer: whenRead(() => {}),
  slowBody: whenRead((response) => {
    response.writeHead(200, { 'content-length': 1_000 });
    const timer = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(timer));
  }),
  cutBody: whenRead((response) => {
    response.writeHead(200, { 'content-length': 1_000 });
    response.write('{"id":', () => response.destroy());
  }),
  malformedJson: json('{"id":1,}'),
  truncatedJson: json('{"id":'),
  otherJson: json('{"error":{"code":17}}'),
  emptyBody: json(''),
  wrongContentType: whenRead((response) => response.setHeader('content-type', 'image/png').end('{"id":"1"}')),
  loginPage: whenRead((response) =>
    response.setHeader('content-type', 'text/html').end('<html>login</html>'),
  ),
  badGzip: whenRead((response) => response.setHeader('content-encoding', 'gzip').end('not gzip')),
  gzipBomb: whenRead((response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(4 * 1024 * 1024)));
  }),
  declaredHuge: whenRead((response) => response.writeHead(200, { 'content-length': 1e9 }).flushHeaders()),
  endlessBody: whenRead((response) => {
    const more = () => {
      while (response.write(Buffer.alloc(64 * 1024)));
    };
    response.on('drain', more);
    more();
  }),
  hugeHeader: whenRead((_, { socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\nx-filler: ${'x'.repeat(64 * 1024)}\r\n\r\n`);
  }),
  notHttp: whenRead((_, { socket }) => socket.end('SSH-2.0-OpenSSH\r\n')),
  redirectLoop: whenRead((response) => response.writeHead(302, { location: '/redirectLoop' }).end()),
} as const satisfies Record<string, RequestListener>;
