import { connect } from 'node:net';

/**
 * One HTTP/1.1 connection with several requests on the way at a time. When it breaks, every request that had no answer
 * is told so: what came of it nobody knows.
 */
export function openConnection(port) {
  const waiting = [];
  let buffer = '';
  let broken = false;
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.setEncoding('latin1');
  const breakAll = () => {
    broken = true;
    for (const { reject } of waiting.splice(0)) reject(new Error('connection lost'));
  };
  socket.on('error', breakAll);
  socket.on('close', breakAll);
  socket.on('data', (text) => {
    buffer += text;
    for (let answer = takeAnswer(); answer; answer = takeAnswer()) waiting.shift()?.resolve(answer);
  });

  function takeAnswer() {
    const end = buffer.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const head = buffer.slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const bodyEnd = end + 4 + length;
    if (buffer.length < bodyEnd) return undefined;
    const body = Buffer.from(buffer.slice(end + 4, bodyEnd), 'latin1').toString('utf8');
    buffer = buffer.slice(bodyEnd);
    return { status: Number(head.slice(9, 12)), replayed: /idempotency-replayed: true/i.test(head), body };
  }

  return {
    isBroken: () => broken,
    post(path, key, body) {
      if (broken) return Promise.reject(new Error('connection lost'));
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nidempotency-key: ${key}\r\n` +
            `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      });
    },
    close: () => socket.destroy(),
  };
}
