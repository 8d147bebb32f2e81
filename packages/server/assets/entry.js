// The entry form, for a connection that may die: sends it in the background under the key that the page brought, keeps
// that key in this tab until an answer has come, and leads to the receipt. Without this script the form works as well.
// Nothing that was typed is kept anywhere.

import { clearErrors, showErrors } from './form-errors.js';
import { sendEntry } from './send-entry.js';

/** @typedef {import('./send-entry.js').Problem} Problem */

const boxes = ['consent', 'overFourteen', 'marketingConsent'];
const ticked = new Set(boxes);

/** Fields of the form that are proofs, with their names in the entry protocol. */
const proofs = /** @type {const} */ ({
  altcha: 'challenge',
  'cf-turnstile-response': 'turnstile',
  phoneCode: 'phoneCode',
  website: 'website',
});

const words = {
  sending: '보내는 중입니다…',
  entered: '접수되었습니다. 접수증을 여는 중입니다…',
  checking: '사람인지 확인하는 중입니다…',
  unchecked: '사람인지 확인하지 못했습니다. 아직 응모되지 않았습니다. 잠시 후 다시 눌러 주세요.',
  notYet: '아직 응모되지 않았습니다.',
  unknown: '응모가 됐는지 아직 모릅니다. 다시 보내도 두 번 응모되지 않습니다.',
  offline: '인터넷이 끊겼습니다. 이 화면을 그대로 두시면 연결되는 대로 다시 보냅니다.',
  press: '아래 단추를 다시 눌러 주세요.',
  again:
    '지난번에 보낸 응모의 답을 받지 못했습니다. 같은 내용으로 다시 보내시면 두 번 응모되지 않고 접수증이 나옵니다.',
  keyUsed: '앞서 보낸 응모가 이미 접수되었습니다. 그때와 똑같은 내용으로 다시 보내시면 접수증이 나옵니다.',
};

/**
 * @typedef {{
 *   form: HTMLFormElement,
 *   slug: string,
 *   key: HTMLInputElement,
 *   pending: ReturnType<typeof keyOf>,
 * }} Desk
 */

const form = document.querySelector('form#enter');
if (form instanceof HTMLFormElement) start(form);

/** @param {HTMLFormElement} form */
function start(form) {
  const slug = form.dataset['slug'] ?? '';
  const key = field(form, 'idempotencyKey');
  if (!key) return;
  const desk = { form, slug, key, pending: keyOf(slug) };
  if (desk.pending.value !== null) {
    key.value = desk.pending.value;
    tell(words.again);
  }
  form.addEventListener('submit', (event) => {
    if (event.submitter?.hasAttribute('formaction')) return; // a code, not an entry
    event.preventDefault();
    if (isBusy(form)) return;
    setBusy(form, true);
    void enter(desk).finally(() => setBusy(form, false));
  });
  // a page that comes back out of the browser's memory is not sending any more
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) tell('');
  });
  field(form, 'phone')?.addEventListener('blur', ({ target }) => {
    if (target instanceof HTMLInputElement) target.value = spell(target.value);
  });
}

/** @param {HTMLFormElement} form */
const isBusy = (form) => form.getAttribute('aria-busy') === 'true';

/**
 * @param {HTMLFormElement} form
 * @param {boolean} busy
 */
function setBusy(form, busy) {
  form.setAttribute('aria-busy', String(busy));
  for (const input of form.querySelectorAll('input')) input.readOnly = busy;
  form.querySelector('button[type=submit]')?.setAttribute('aria-disabled', String(busy));
}

/** @param {Desk} desk */
async function enter(desk) {
  const { form, slug, key, pending } = desk;
  clearErrors(form);
  pending.keep(key.value);
  const outcome = await send(desk);
  if (outcome.kind === 'refused') return refuse(desk, outcome.problem);
  if (outcome.kind === 'gaveUp')
    return tell(`${outcome.inDoubt ? words.unknown : words.notYet} ${words.press}`);
  pending.forget();
  tell(words.entered);
  const { entryId, salt } = outcome.receipt;
  location.assign(`/e/${slug}/receipts/${entryId}#${salt}`);
}

/** Pays for the entry when the server asks for it, once. @param {Desk} desk */
async function send(desk) {
  const first = await post(desk);
  const altcha = field(desk.form, 'altcha');
  if (first.kind !== 'refused' || first.problem.code !== 'USER_057' || !altcha) return first;
  tell(words.checking);
  const token = await solveChallenge(`/e/${desk.slug}/challenge`);
  if (token === undefined) return first;
  altcha.value = token;
  const second = await post(desk);
  altcha.value = '';
  return second;
}

/** @param {Desk} desk */
function post({ form, key }) {
  return sendEntry({ address: form.action, key: key.value, body: bodyOf(form), say: report });
}

/**
 * @param {Desk} desk
 * @param {Problem} problem
 */
function refuse({ form, pending }, { code, visitor }) {
  if (code === 'USER_057') return tell(words.unchecked);
  if (code === 'USER_009') return tell(words.keyUsed);
  tell('');
  pending.forget(); // a refusal is an answer: nothing of this request was kept
  if (code === 'USER_063') return form.submit(); // comes back as it is, with a new check
  showErrors(form, visitor ?? { title: words.notYet, text: words.press, fields: {} });
}

/** @param {import('./send-entry.js').Progress} progress */
function report(progress) {
  if (progress.kind === 'sending') return tell(words.sending);
  const known = progress.inDoubt ? words.unknown : words.notYet;
  const next = progress.offline ? words.offline : `${Math.ceil(progress.seconds)}초 뒤에 다시 보냅니다.`;
  tell(`${known} ${next}`);
}

/** @param {string} text */
function tell(text) {
  const progress = document.getElementById('progress');
  if (progress) progress.textContent = text;
}

/**
 * What a browser without script would send, in the words of the entry protocol.
 *
 * @param {HTMLFormElement} form
 */
function bodyOf(form) {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [/** @type {const} */ ([name, value])] : [],
  );
  const given = Object.entries(proofs).flatMap(([name, called]) => {
    const found = entries.find(([other]) => other === name);
    return found ? [[called, found[1]]] : [];
  });
  const typed = entries.filter(
    ([name]) => !(name in proofs) && !ticked.has(name) && name !== 'idempotencyKey',
  );
  const consents = boxes.map((name) => [name, entries.some(([other]) => other === name)]);
  return {
    ...Object.fromEntries([...typed, ...consents]),
    ...(given.length > 0 && { proofs: Object.fromEntries(given) }),
  };
}

/**
 * @param {string} address
 * @returns {Promise<string | undefined>}
 */
async function solveChallenge(address) {
  try {
    const path = '/assets/challenge.js';
    const { solveNew } = await import(path);
    return await solveNew(address);
  } catch {
    return undefined;
  }
}

/** The key of a request without an answer, in this tab only. @param {string} slug */
function keyOf(slug) {
  const name = `kt-event/${slug}`;
  return {
    value: attempt(() => sessionStorage.getItem(name)) ?? null,
    /** @param {string} key */
    keep: (key) => attempt(() => sessionStorage.setItem(name, key)),
    forget: () => attempt(() => sessionStorage.removeItem(name)),
  };
}

/**
 * Storage may be forbidden; then the key lives as long as the page.
 *
 * @template T
 * @param {() => T} action
 * @returns {T | undefined}
 */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** `01012345678` as people read it. @param {string} phone */
function spell(phone) {
  const digits = phone.normalize('NFKC').replaceAll(/[\s().-]/g, '');
  return /^01\d{8,9}$/.test(digits) ? digits.replace(/^(\d{3})(\d{3,4})(\d{4})$/, '$1-$2-$3') : phone;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : undefined;
}
