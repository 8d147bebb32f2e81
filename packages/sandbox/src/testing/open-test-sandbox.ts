import { openSandbox } from '../open-sandbox.js';
import type { Sandbox, SandboxOptions } from '../sandbox.js';

/** A Friday, 19:00 in Seoul. */
export const testInstant = '2026-11-20T10:00:00.000Z';

/** A sandbox whose clock stands still until a test moves it. */
export function openTestSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return openSandbox({ now: () => new Date(testInstant), ...options });
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: ReadonlyJson;
}

/** Any JSON, read by property without casts. */
export interface ReadonlyJson {
  readonly [key: string]: ReadonlyJson;
}

export async function call(url: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: JSON.parse(text === '' ? 'null' : text),
  };
}

export function postJson(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const json = { 'content-type': 'application/json', ...headers };
  return call(url, { method: 'POST', headers: json, body: JSON.stringify(body) });
}

export async function advance({ url }: Sandbox, milliseconds: number): Promise<void> {
  await postJson(`${url}/__sandbox/clock`, { advanceMs: milliseconds });
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
