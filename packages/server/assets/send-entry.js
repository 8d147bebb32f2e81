// Sends one entry until an answer has come. The key makes every repetition harmless, so it repeats without fear, and
// says at each moment what is known: not entered yet, entered, or not known.

/**
 * @typedef {{ code: string, visitor?: { title: string, text: string, fields: Record<string, string> } }} Problem
 * @typedef {{ entryId: string, salt: string }} Receipt
 * @typedef {{ kind: 'entered', receipt: Receipt } | { kind: 'refused', problem: Problem }} Answer
 * @typedef {{ kind: 'later', seconds: number | undefined, inDoubt: boolean }} Later
 * @typedef {{ kind: 'sending' } | { kind: 'waiting', seconds: number, inDoubt: boolean, offline: boolean }} Progress
 * @typedef {{
 *   address: string,
 *   key: string,
 *   body: object,
 *   say: (progress: Progress) => void,
 * }} Entry
 */

const deadlineMs = 20_000;
const mostAttempts = 8;
const longestWaitSeconds = 30;

/**
 * @param {Entry} entry
 * @returns {Promise<Answer | { kind: 'gaveUp', inDoubt: boolean }>}
 */
export async function sendEntry({ say, ...request }) {
  let inDoubt = false;
  for (let attempt = 1; ; attempt += 1) {
    say({ kind: 'sending' });
    const answer = await post(request);
    if (answer.kind !== 'later') return answer;
    inDoubt ||= answer.inDoubt;
    if (attempt === mostAttempts) return { kind: 'gaveUp', inDoubt };
    const seconds = Math.min(answer.seconds ?? backoffSeconds(attempt), longestWaitSeconds);
    const offline = !navigator.onLine;
    say({ kind: 'waiting', seconds, inDoubt, offline });
    await wait(seconds, offline);
  }
}

/**
 * @param {Omit<Entry, 'say'>} entry
 * @returns {Promise<Answer | Later>}
 */
async function post({ address, key, body }) {
  if (!navigator.onLine) return { kind: 'later', seconds: undefined, inDoubt: false };
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      keepalive: true,
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    });
    return await read(answer);
  } catch {
    return { kind: 'later', seconds: undefined, inDoubt: true };
  }
}

/**
 * Our own server says who it is by its media type. Whatever else answers, such as the sign-in page of a network, knows
 * nothing of the entry.
 *
 * @param {Response} answer
 * @returns {Promise<Answer | Later>}
 */
async function read(answer) {
  const type = answer.headers.get('content-type') ?? '';
  const seconds = Number(answer.headers.get('retry-after')) || undefined;
  if (answer.ok && type.startsWith('application/json')) {
    return { kind: 'entered', receipt: await answer.json() };
  }
  if (!type.startsWith('application/problem+json')) return { kind: 'later', seconds, inDoubt: true };
  const problem = /** @type {Problem} */ (await answer.json());
  if (answer.status === 429) return { kind: 'later', seconds, inDoubt: false };
  if (answer.status >= 500) return { kind: 'later', seconds, inDoubt: !isBeforeEntry(problem.code) };
  return { kind: 'refused', problem };
}

/** What failed while nothing had been kept. @param {string} code */
const isBeforeEntry = (code) => /^(STORE|PROVIDER)_/.test(code);

/** Doubles from one second, and is spread so that a crowd does not come back together. @param {number} attempt */
function backoffSeconds(attempt) {
  return 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

/**
 * For its time, or until the network is back.
 *
 * @param {number} seconds
 * @param {boolean} offline
 * @returns {Promise<void>}
 */
function wait(seconds, offline) {
  return new Promise((resolve) => {
    const end = () => {
      removeEventListener('online', end);
      resolve();
    };
    addEventListener('online', end);
    if (!offline) setTimeout(end, seconds * 1_000);
  });
}
