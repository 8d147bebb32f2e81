import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

// The client, in a process of its own: raw sockets that are kept open, one request on each at a time. What it does for
// an answer is as little as there is to do, for it runs on the same cores as the server.

process.on('message', async ({ url, count, connections, firstPhone }) => {
  const { hostname, port, pathname } = new URL(url);
  const sockets = await connect(hostname, Number(port), connections);
  process.send(await storm(sockets, { host: `${hostname}:${port}`, pathname, count, firstPhone }));
  for (const socket of sockets) socket.destroy();
});

/** A few hundred at a time: more than a listener's backlog at once would be refused. */
async function connect(host, port, connections) {
  const sockets = [];
  while (sockets.length < connections) {
    const some = Array.from({ length: Math.min(200, connections - sockets.length) }, () =>
      openSocket(host, port),
    );
    sockets.push(...(await Promise.all(some)));
  }
  await wait(200);
  return sockets;
}

function openSocket(host, port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.on('error', reject);
  });
}

function storm(sockets, { host, pathname, count, firstPhone }) {
  const requests = Array.from({ length: count }, (_, no) =>
    toRequest({ host, pathname, phone: firstPhone + no }),
  );
  const latencies = new Float64Array(count);
  const statuses = {};
  let sent = 0;
  let answered = 0;
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const end = () => resolve({ ms: performance.now() - startedAt, latencies: [...latencies], statuses });
    const sendNext = (socket) => {
      if (sent === count) return;
      socket.no = sent;
      socket.sentAt = performance.now();
      socket.write(requests[sent]);
      sent += 1;
    };
    const onAnswer = (socket, status) => {
      latencies[socket.no] = performance.now() - socket.sentAt;
      statuses[status] = (statuses[status] ?? 0) + 1;
      answered += 1;
      if (answered === count) end();
      else sendNext(socket);
    };
    for (const socket of sockets) {
      readAnswers(socket, (status) => onAnswer(socket, status));
      sendNext(socket);
    }
  });
}

function toRequest({ host, pathname, phone }) {
  const digits = String(phone).padStart(8, '0');
  const body = JSON.stringify({
    name: '손님',
    phone: `010-${digits.slice(0, 4)}-${digits.slice(4)}`,
    consent: true,
    overFourteen: true,
  });
  const head =
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
    `idempotency-key: key-${String(phone).padStart(32, '0')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.from(head + body);
}

/** Calls back with the status of every answer once it has come whole. */
function readAnswers(socket, onAnswer) {
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    text += chunk;
    for (let end = endOfAnswer(text); end > 0; end = endOfAnswer(text)) {
      const status = Number(text.slice(9, 12));
      text = text.slice(end);
      onAnswer(status);
    }
  });
  socket.on('close', () => onAnswer('closed'));
}

/** @returns 0 while some of it is missing. */
function endOfAnswer(text) {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return 0;
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, headEnd))?.[1] ?? 0);
  const end = headEnd + 4 + length;
  return text.length < end ? 0 : end;
}
