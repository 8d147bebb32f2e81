import type { Primitives } from '../primitives.js';
import { type Receipt, readReceipt } from '../receipt.js';
import { isCommitted, isInclusion, isTranscript } from '../transcript-shape.js';
import { isVoidDraw } from '../void.js';
import { answerIn } from './answer-in.js';
import { fetchJson } from './fetch-json.js';
import { trouble } from './findings.js';
import { type ReceiptAnswer, showReceipt } from './show-receipt.js';

/** Lets a participant look for their own entry. The number of the entry is asked about, and nothing else leaves. */
export function mountReceipt(section: HTMLElement, primitives: Primitives): void {
  const form = section.querySelector('form');
  const place = section.querySelector('.result');
  const button = section.querySelector('button');
  if (!form || !place || !button) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new FormData(form);
    const receipt = readReceipt(String(fields.get('receipt')));
    if (!receipt) return place.replaceChildren(notReadable());
    const phone = String(fields.get('phone')).trim();
    void answerIn(place, button, async () => {
      const answer = await ask(section.dataset, receipt, primitives);
      await showReceipt(place, { ...answer, phone: phone === '' ? undefined : phone }, primitives);
    });
  });
  fillFromAddress(form);
}

async function ask(
  addresses: DOMStringMap,
  receipt: Receipt,
  primitives: Primitives,
): Promise<ReceiptAnswer> {
  const { commitment = '', transcript, inclusion = '', void: voidAddress } = addresses;
  const [committed, drawn, listed, voided] = await Promise.all([
    fetchJson(commitment, 'USER_002'),
    transcript ? fetchJson(transcript, 'USER_002') : undefined, // not drawn yet
    fetchJson(`${inclusion}${receipt.entryId}`, 'USER_090'),
    voidAddress ? fetchJson(voidAddress, 'USER_002') : undefined,
  ]);
  if (!isCommitted(committed)) throw new Error('no commitment at its address');
  return {
    receipt,
    committed,
    listed: isInclusion(listed) ? listed : undefined,
    results: isTranscript(drawn) ? drawn.results : undefined,
    isVoid: await isVoidDraw(drawn ?? committed, voided, primitives),
  };
}

const notReadable = (): HTMLElement =>
  trouble(
    '접수증을 읽지 못했습니다.',
    '접수 화면의 “서명된 접수증 전체”를 { 부터 } 까지 모두 복사해 붙여 넣어 주세요.',
  );

/** A link from the receipt page carries the receipt after `#`. It is taken out of the address, so that no history keeps it. */
function fillFromAddress(form: HTMLFormElement): void {
  const [, encoded] = /^#receipt=([\w+/=-]+)$/.exec(location.hash) ?? [];
  const field = form.querySelector('textarea');
  if (!encoded || !field) return;
  history.replaceState(null, '', location.pathname);
  field.value = decoded(encoded);
  form.requestSubmit();
  form.scrollIntoView();
}

function decoded(base64: string): string {
  try {
    const binary = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}
