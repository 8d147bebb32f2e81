// Turns the code on the store's screen over at its time, and says so when the server cannot be asked.

const code = document.querySelector('#code');
const offline = document.querySelector('#offline');
const path = document.querySelector('.qr path');

/** Between tries while the network is away. */
const retryMs = 5_000;
/** While the event takes no entries. */
const idleMs = 30_000;

if (code instanceof HTMLElement && offline instanceof HTMLElement) void turn(code, offline);
else setTimeout(() => location.reload(), idleMs);

/**
 * @param {HTMLElement} shown
 * @param {HTMLElement} warning
 */
async function turn(shown, warning) {
  const next = await ask();
  warning.hidden = next !== undefined;
  if (next && !next.open) return location.reload();
  if (next) {
    shown.textContent = `${next.code.slice(0, 3)} ${next.code.slice(3)}`;
    path?.setAttribute('d', next.qr.d);
  }
  setTimeout(() => void turn(shown, warning), next ? Math.min(next.leftMs + 250, 60_000) : retryMs);
}

/** @returns {Promise<{ open: boolean, code: string, qr: { d: string }, leftMs: number } | undefined>} */
async function ask() {
  try {
    const answer = await fetch(`${location.pathname}/code`, { cache: 'no-store' });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
