import type { SandboxRequest } from './provider.js';

/** The text fields of a `multipart/form-data` body, or `undefined` when it is none (RFC 7578). */
export function readMultipart({
  headers,
  body,
}: Pick<SandboxRequest, 'headers' | 'body'>): ReadonlyMap<string, string> | undefined {
  const type = headers['content-type'] ?? '';
  const [, boundary] = /^multipart\/form-data;\s*boundary="?([^";]+)"?$/i.exec(type) ?? [];
  const text = body.toString('utf8');
  if (boundary === undefined || !text.trimEnd().endsWith(`--${boundary}--`)) {
    return undefined;
  }
  const parts = text.split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.flatMap((part) => {
      const [, name, value] = /name="([^"]+)".*?\r\n\r\n(.*)\r\n$/s.exec(part) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
}
