// Opens a receipt by what stands behind the # of its address, which no server sees unless it is sent, and helps to keep it.

const salt = /^#([0-9a-f]{32})$/.exec(location.hash)?.[1];
const lookup = document.querySelector('form#lookup');
if (lookup instanceof HTMLFormElement && salt !== undefined) void open(lookup, salt);

const link = document.querySelector('a#keep-link');
if (link instanceof HTMLAnchorElement) offerKeeping(link.href);

/**
 * Shows the value once, so that this browser may keep it, and loads the page with it. A browser that keeps nothing sends
 * the form instead.
 *
 * @param {HTMLFormElement} form
 * @param {string} value
 */
async function open(form, value) {
  const input = form.elements.namedItem('salt');
  if (!(input instanceof HTMLInputElement)) return;
  input.value = value;
  const body = new URLSearchParams({ salt: value });
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
  if (!answer?.ok) return;
  if (isSecondTry(form.action)) form.submit();
  else location.reload();
}

/** True when loading the page anew has led here before. @param {string} address */
function isSecondTry(address) {
  try {
    const name = `kt-event/opened${new URL(address).pathname}`;
    const before = sessionStorage.getItem(name) !== null;
    sessionStorage.setItem(name, '1');
    return before;
  } catch {
    return true;
  }
}

/** @param {string} address */
function offerKeeping(address) {
  if (location.hash === '') history.replaceState(null, '', address); // a bookmark of this page is enough
  const buttons = document.getElementById('keep-buttons');
  if (!buttons) return;
  buttons.append(button('주소 복사', (it) => copy(address, it)));
  buttons.append(button('인쇄하거나 PDF로 저장', () => print()));
}

/**
 * @param {string} address
 * @param {HTMLButtonElement} it
 */
async function copy(address, it) {
  try {
    await navigator.clipboard.writeText(address);
    it.textContent = '복사했습니다';
  } catch {
    it.textContent = '복사하지 못했습니다. 주소를 길게 눌러 복사해 주세요';
  }
}

/**
 * @param {string} text
 * @param {(it: HTMLButtonElement) => unknown} act
 */
function button(text, act) {
  const it = document.createElement('button');
  it.type = 'button';
  it.className = 'quiet';
  it.textContent = text;
  it.addEventListener('click', () => void act(it));
  return it;
}
