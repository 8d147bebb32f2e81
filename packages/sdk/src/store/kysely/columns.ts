import { z } from 'zod';

/** A row as its schema wants it: nothing for null, values for JSON text. */
export function toValue(row: object, jsonColumns: readonly string[] = []): Record<string, unknown> {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    present.map(([key, value]) => [key, jsonColumns.includes(key) ? readJson(String(value)) : value]),
  );
}

/** Text that is no JSON becomes nothing, which the schema then refuses with the name of the value. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function toJsonText(value: unknown): string {
  return JSON.stringify(value);
}

/** Keeps absent apart from the JSON value null. */
export function toJsonColumn(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

export const toFlag = (value: boolean): number => (value ? 1 : 0);

export const flagSchema = z.union([z.literal(0), z.literal(1)]).transform((flag) => flag === 1);
