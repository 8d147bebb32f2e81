/**
 * The one spelling of a value that was read from JSON, RFC 8785: members in the order of their names, no space.
 * Numbers are integers here, so JSON's own spelling of them is the canonical one.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  // JSON.stringify puts names that look like array indexes first; no name of the protocol does.
  return Object.fromEntries(names.map((name) => [name, inOrder((value as Record<string, unknown>)[name])]));
}
