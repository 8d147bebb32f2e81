import type { EntryInput } from '@kt-event/sdk';
import { canaryPeople } from '@kt-event/sdk/testing';
import { aKey } from './requests.js';

type Ask = (path: string, init?: RequestInit) => Promise<unknown>;

const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

/** Fifty people take part, each first in every wrong way: with what is theirs in the address, the headers, the body. */
export async function crowdIn(ask: Ask, slug: string): Promise<void> {
  for (const [no, person] of canaryPeople.entries()) {
    for (const [path, init] of wrongWays(slug, person)) await ask(path, init);
    const entry = { ...person, consent: true, overFourteen: true } as const;
    await enter(ask, slug, no, entry);
    await enter(ask, slug, no, { ...entry, name: `${entry.name}님` }); // the same key, something else
    await enter(ask, slug, no + canaryPeople.length, entry); // another key, the same phone
  }
}

function enter(ask: Ask, slug: string, no: number, entry: EntryInput): Promise<unknown> {
  const headers = { ...json, 'idempotency-key': aKey(no) };
  return ask(`/e/${slug}/entries`, { method: 'POST', headers, body: JSON.stringify(entry) });
}

function wrongWays(slug: string, { name, phone }: { name: string; phone: string }): [string, RequestInit][] {
  const entries = `/e/${slug}/entries`;
  const typed = new URLSearchParams({ name, phone: `${phone}0`, consent: 'on' });
  const post = (headers: Record<string, string>, body: string) => ({ method: 'POST', headers, body });
  return [
    [`/e/${slug}?${typed}`, { headers: { referer: `http://x/?${typed}`, cookie: `phone=${phone}` } }],
    [`/e/${phone}`, {}],
    [`/w/${encodeURIComponent(name)}`, {}],
    [`/draws/${phone}/winners`, { headers: { 'user-agent': encodeURIComponent(name) } }],
    [entries, post(json, `{"name": "${name}", "phone": "${phone}"`)],
    [entries, post(json, JSON.stringify({ name, phone: [phone], [phone]: name }))],
    [entries, post(json, JSON.stringify({ name: name.repeat(2_000), phone }))],
    [entries, post({ ...json, 'idempotency-key': phone }, JSON.stringify({ name, phone, consent: true }))],
    [entries, post({ 'content-type': 'text/plain' }, `${name} ${phone}`)],
    [entries, post(form, typed.toString())],
    [`/e/${slug}/phone-code`, post(json, JSON.stringify({ phone }))],
    [`/e/${slug}/receipts/${phone}`, post(form, new URLSearchParams({ salt: name }).toString())],
    [`/e/${slug}/receipts/${phone}/consent`, post(form, new URLSearchParams({ salt: name }).toString())],
  ];
}
