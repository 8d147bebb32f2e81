// Asks for a one-time code without leaving the page. Without this script the button does the same as a form.

import { solve } from './challenge.js';

const words = {
  sending: '인증번호를 보내고 있습니다…',
  sent: '문자로 보냈습니다. 3분 안에 6자리를 적어 주세요.',
  unknown: '보냈지만 문자 서비스의 답을 받지 못했습니다. 잠시 기다려도 오지 않으면 다시 받아 주세요.',
  offline: '연결되지 않았습니다. 잠시 뒤 다시 눌러 주세요.',
  failed: '보내지 못했습니다. 번호를 확인하고 잠시 뒤 다시 눌러 주세요.',
};

async function ask(address, phone, proofs) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ phone, ...(proofs && { proofs }) }),
  });
  const told = await answer.json();
  if (answer.status === 428 && !proofs?.challenge && told.challenge) {
    return ask(address, phone, { ...proofs, challenge: await solve(told.challenge) });
  }
  if (answer.ok) return words[told.state];
  return [told.ko?.message, told.ko?.hint].filter(Boolean).join('. ') || words.failed;
}

/** A token of the widget, where there is one. It counts once, so the widget makes another for the next question. */
function takeToken(form) {
  const token = form.elements.namedItem('cf-turnstile-response')?.value;
  return token ? { turnstile: token } : undefined;
}

for (const button of document.querySelectorAll('button[data-phone-code]')) {
  const { form } = button;
  const hint = document.getElementById('phoneCodeHint');
  const phone = form.elements.namedItem('phone');
  button.addEventListener('click', async (event) => {
    event.preventDefault();
    if (!phone.reportValidity() || button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    hint.textContent = words.sending;
    hint.textContent = await ask(button.formAction, phone.value, takeToken(form)).catch(() => words.offline);
    globalThis.turnstile?.reset();
    button.removeAttribute('aria-disabled');
  });
}
