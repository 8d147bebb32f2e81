import { setTimeout as wait } from 'node:timers/promises';
import { openConnection } from './connection.mjs';

/** Requests on the way at a time on one connection. */
const perConnection = 10;

/** Somebody whose answer was lost tries again, this often at most; a server is back within seconds. */
const maxTries = 120;
const firstPauseMs = 50;
const longestPauseMs = 1_000;

/**
 * Sends every request at once, each again until it has a definite answer, and writes down every try.
 * `onAnswer` is told of each definite answer as it comes, `onRefusal` of each that asks to try again.
 */
export async function sendCrowd({
  port,
  path,
  requests,
  onAnswer = () => undefined,
  onRefusal = () => undefined,
}) {
  const operations = [];
  const lines = Array.from({ length: Math.ceil(requests.length / perConnection) }, () => createLine(port));
  await Promise.all(
    requests.map(async (request, no) => {
      const line = lines[no % lines.length];
      for (let tries = 0; tries < maxTries; tries += 1) {
        const operation = await attempt(line, path, request);
        operations.push(operation);
        if (operation.answer) return onAnswer(operation);
        if (operation.status !== undefined) onRefusal(operation);
        await wait(Math.min(firstPauseMs * 1.5 ** tries, longestPauseMs));
      }
      throw new Error('no answer after all tries');
    }),
  );
  for (const line of lines) line.close();
  return operations;
}

/** A connection that is opened anew when it has broken. */
function createLine(port) {
  let connection = openConnection(port);
  return {
    post(...words) {
      if (connection.isBroken()) connection = openConnection(port);
      return connection.post(...words);
    },
    close: () => connection.close(),
  };
}

async function attempt(line, path, { person, key, body }) {
  const invokedMs = now();
  const common = { person, key, body: person, invokedMs };
  try {
    const response = await line.post(path, key, body);
    const answer = toAnswer(response);
    const returnedMs = answer ? now() : Number.POSITIVE_INFINITY;
    return { ...common, returnedMs, status: response.status, ...(answer && { answer }) };
  } catch {
    return { ...common, returnedMs: Number.POSITIVE_INFINITY };
  }
}

/** A clock that never jumps, on the axis of the true time. */
export const now = () => performance.timeOrigin + performance.now();

function toAnswer({ status, replayed, body }) {
  if (status === 200 || status === 201) {
    return { kind: replayed ? 'replayed' : 'created', receipt: JSON.parse(body), text: body };
  }
  if (status >= 500 || status === 429) return undefined;
  const { code } = JSON.parse(body);
  const kind = refusals[code];
  if (!kind) throw new Error(`an entry was answered ${status} ${code}`);
  return { kind };
}

const refusals = { USER_004: 'duplicate', USER_005: 'closed', USER_006: 'sold_out', USER_009: 'key_reused' };
