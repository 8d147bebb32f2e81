import type { Primitives } from '../primitives.js';
import { isReceipt, type Receipt } from '../receipt.js';
import type { Committed, Listed, Transcript } from '../transcript.js';
import { isCommitted, isInclusion, isTranscript } from '../transcript-shape.js';
import { isVoidDraw, isVoidRecord } from '../void.js';
import { element } from './element.js';
import { trouble } from './findings.js';
import { showDraw } from './show-draw.js';
import { showReceipt } from './show-receipt.js';
import { showVoid } from './show-void.js';

/** What has been handed over so far. */
interface Hand {
  drawn?: unknown;
  committed?: Committed;
  receipt?: Receipt;
  listed?: Listed;
  voided?: unknown;
}

/** A page without a server: files are dropped, chosen or pasted, and never leave the device. */
export function mountOffline(section: HTMLElement, primitives: Primitives): void {
  const form = section.querySelector('form');
  const place = section.querySelector('.result');
  const files = section.querySelector<HTMLInputElement>('input[type="file"]');
  const pasted = section.querySelector('textarea');
  if (!form || !place || !files || !pasted) return;
  const hand: Hand = {};

  async function take(texts: readonly string[]): Promise<void> {
    const unknown = texts.filter((text) => !sort(text, hand));
    const phone = String(new FormData(form as HTMLFormElement).get('phone')).trim();
    const answers = await answersOf(hand, phone === '' ? undefined : phone, primitives);
    if (unknown.length > 0) answers.unshift(notKnown());
    place?.replaceChildren(...answers);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void take(pasted.value.trim() === '' ? [] : [pasted.value]);
  });
  files.addEventListener('change', async () => take(await textsOf(files.files)));
  section.addEventListener('dragover', (event) => event.preventDefault());
  section.addEventListener('drop', async (event) => {
    event.preventDefault();
    await take(await textsOf(event.dataTransfer?.files));
  });
}

const textsOf = (files: FileList | null | undefined): Promise<string[]> =>
  Promise.all(Array.from(files ?? [], (file) => file.text()));

const notKnown = (): HTMLElement =>
  trouble(
    '알아볼 수 없는 내용이 있습니다.',
    '추첨 기록(transcript.json), 무효 기록(void.json), 접수증, 내 응모의 증명만 확인할 수 있습니다.',
  );

/** Puts a text where it belongs. @returns false when it is none of what can be checked. */
function sort(text: string, hand: Hand): boolean {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return false;
  if (isReceipt(value)) hand.receipt = value;
  else if ('results' in value) hand.drawn = value;
  else if (isVoidRecord(value)) hand.voided = value;
  else return sortProof(value, hand);
  return true;
}

/** The proof of one entry: the commitment, and where the entry stands. */
function sortProof(value: object, hand: Hand): boolean {
  const { inclusion, receipt, kind: _kind, ...committed } = value as Record<string, unknown>;
  if (!isCommitted(committed)) return false;
  hand.committed = committed;
  if (isInclusion(inclusion)) hand.listed = inclusion;
  if (isReceipt(receipt)) hand.receipt = receipt;
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

async function answersOf(hand: Hand, phone: string | undefined, primitives: Primitives): Promise<Element[]> {
  const answers: Element[] = [];
  if (hand.drawn !== undefined) {
    const draw = element('section', {}, element('h2', {}, '추첨'));
    const place = draw.appendChild(element('div'));
    await showDraw(place, hand.drawn, primitives);
    await showVoid(place, hand.drawn, hand.voided, primitives);
    answers.push(draw);
  }
  if (hand.receipt) answers.push(await receiptAnswer(hand.receipt, hand, { phone, primitives }));
  return answers;
}

interface Asked {
  readonly phone: string | undefined;
  readonly primitives: Primitives;
}

async function receiptAnswer(receipt: Receipt, hand: Hand, { phone, primitives }: Asked): Promise<Element> {
  const section = element('section', {}, element('h2', {}, '내 응모'));
  const place = section.appendChild(element('div'));
  const transcript: Transcript | undefined = isTranscript(hand.drawn) ? hand.drawn : undefined;
  const committed = transcript ?? hand.committed;
  const winner = transcript?.results.find(({ entry_id }) => entry_id === receipt.entryId);
  const listed = winner ?? hand.listed;
  if (!committed || !listed) {
    place.append(
      trouble(
        '파일이 더 필요합니다.',
        '당첨되지 않은 응모는 추첨 검증 페이지의 “내 응모 확인”에서 증명을 내려받아 함께 넣어 주세요.',
      ),
    );
    return section;
  }
  const isVoid = await isVoidDraw(committed, hand.voided, primitives);
  const results = transcript?.results;
  await showReceipt(place, { receipt, committed, listed, phone, results, isVoid }, primitives);
  return section;
}
