// Pays for an entry with computing time, when the event asks for it. Nothing is measured or kept.
//
// A form takes part by itself with `data-challenge="<address of a new challenge>"`, a hidden field `altcha`, and an
// element with `data-challenge-status` for words. With `data-challenge-now` it is sent as soon as it is paid for.
// Another script may import `solve` and do the rest itself.

const words = {
  working: '사람인지 확인하고 있습니다…',
  sending: '확인했습니다. 보내고 있습니다…',
  insecure: '이 주소는 보안 연결(https)이 아니어서 확인할 수 없습니다. 매장에 알려 주세요.',
  failed: '확인하지 못했습니다. 잠시 뒤 다시 눌러 주세요.',
};

const workerAddress = '/assets/challenge-worker.js';
const policy = globalThis.trustedTypes?.createPolicy('kt-event-challenge', {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new TypeError('not our worker');
    return address;
  },
});

const toToken = (solved) => btoa(JSON.stringify(solved));

/**
 * @param challenge - As the server gave it.
 * @param options.signal - Gives up when it aborts.
 * @param options.onProgress - Told how many numbers have been tried.
 * @returns the text for the field `altcha`, or for `proofs.challenge`
 */
export function solve(challenge, { signal, onProgress } = {}) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    signal?.addEventListener('abort', () => end(reject, signal.reason), { once: true });
    worker.onerror = () => end(reject, new Error('the worker did not start'));
    worker.onmessage = ({ data: { solution, tried, failure } }) => {
      if (solution) end(resolve, toToken({ challenge, solution }));
      else if (failure) end(reject, new Error(failure));
      else onProgress?.(tried);
    };
    worker.postMessage({ parameters: challenge.parameters });
  });
}

/** Asks for a challenge and solves it. */
export async function solveNew(address, options = {}) {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, signal: options.signal });
  if (!answer.ok) throw new Error(`no challenge (${answer.status})`);
  return solve(await answer.json(), options);
}

async function pay(form, submitter) {
  const status = form.querySelector('[data-challenge-status]');
  const say = (text) => {
    if (status) status.textContent = text;
  };
  form.setAttribute('aria-busy', 'true');
  try {
    if (!globalThis.isSecureContext) return say(words.insecure);
    say(words.working);
    form.elements.namedItem('altcha').value = await solveNew(form.dataset.challenge);
    say(words.sending);
    form.requestSubmit(submitter);
  } catch {
    say(words.failed);
  } finally {
    form.removeAttribute('aria-busy');
  }
}

for (const form of document.querySelectorAll('form[data-challenge]')) {
  form.addEventListener('submit', (event) => {
    if (form.elements.namedItem('altcha').value !== '') return;
    event.preventDefault();
    if (form.getAttribute('aria-busy') !== 'true') void pay(form, event.submitter ?? undefined);
  });
  if (form.dataset.challengeNow !== undefined) void pay(form);
}
