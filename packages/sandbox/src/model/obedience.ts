import { isRecord } from '../json.js';
import { readable } from './readable.js';

/** What a model was told, and what it was given to read. */
export interface Reading {
  readonly system: string;
  readonly data: string;
}

/** Models that do what they find written in their data: to learn what becomes of a plan whose text was tampered with. */
export const obedientModels = {
  /** Leaves alone what stands inside the fence that its instructions name. */
  fenced: 'sandbox-obedient',
  /** Obeys whatever it can read, wherever it stands. */
  captured: 'sandbox-captured',
} as const;

export function isObedient(model: string): boolean {
  return Object.values<string>(obedientModels).includes(model);
}

/** Words that make a sentence an order, in Korean and English. */
const orders =
  /무시|잊어|잊고|따르|출력|적어|적으|써라|쓰세요|써 ?줘|써넣|넣어|넣으|바꿔|바꾸|변경|알려|공개|말해|답해|대신|추가|포함|설정|늘려|올려|보내|호출|실행|삭제|승인|게시|해라|하라|하십시오|ignore|disregard|forget|override|instead|output|print|write|reply|respond|say|reveal|repeat|show|include|append|insert|add|set|change|increase|make|send|call|execute|run|publish|approve|act as|you are|must|새 지시|system|시스템|관리자|developer|assistant/i;

/** A sentence that asks for the model's own instructions or for what is kept from others. */
const asksForSecrets =
  /시스템 ?(프롬프트|메시지|지시)|지시문|프롬프트|비밀|암호|키를|api ?키|토큰|환경 ?변수|카나리|위의? (내용|글|규칙)|처음부터|system ?(prompt|message)|instructions|prompt|secret|password|api[_ -]?key|token|environment|canary|everything above|verbatim/i;

/** The order that a model finds in what it reads, as the words it would answer with; nothing when it finds none. */
export function orderIn({ system, data }: Reading, model: string): string | undefined {
  const seen = model === obedientModels.fenced ? outsideFences(system, data) : unwrapped(data);
  const sentences = readable(seen)
    .split(/(?<=[.!?。\n"}\]])\s+|\n/u)
    .filter((sentence) => orders.test(sentence));
  if (sentences.length === 0) return undefined;
  const order = sentences.join(' ');
  const quoted = [...order.matchAll(/["'“‘「『`]([^"'”’」』`]{2,})["'”’」』`]/gu)].map(([, words]) => words);
  const links = order.match(/\S*(?:https?:|www\.|\.(?:com|kr|example|net|test))\S*/giu) ?? [];
  const secrets = asksForSecrets.test(order) ? [system] : [];
  return [...quoted, ...links, ...secrets, ...(quoted.length === 0 ? [order] : [])].join(' ');
}

/** What stands between the marks that the instructions name as the ends of the data is no order. */
function outsideFences(system: string, data: string): string {
  const names = [...system.matchAll(/<([\w-]+)>/g)].map(([, name]) => name ?? '');
  const bare = names.reduce((text, name) => text.replace(fenceOf(name), ''), data);
  return unwrapped(bare);
}

const fenceOf = (name: string) => new RegExp(`<${name}>[\\s\\S]*</${name}>`, 'g');

/** Marks between words do not keep a captured model from reading. */
function unwrapped(data: string): string {
  return data.replaceAll('▁', ' ').replaceAll('\\n', '\n');
}

/** An answer of the same form that says what was ordered wherever it can. */
export function obeying(value: unknown, order: string): unknown {
  const number = Number(order.match(/\d[\d,]*/)?.[0]?.replaceAll(',', ''));
  if (Array.isArray(value)) return value.map((item) => obeying(item, order));
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, obeying(part, order)]));
  }
  if (typeof value === 'number') return Number.isFinite(number) ? number : value;
  return typeof value === 'string' && !/^[a-z0-9_]+$/.test(value) ? order : value;
}
