/** Server-sent events as bytes, cut at odd places: inside a Korean letter, inside `data:`. */
export function toEventPieces(events: readonly string[]): readonly Buffer[] {
  const bytes = Buffer.from(events.join(''));
  const pieces: Buffer[] = [];
  let at = 0;
  for (let size = 7; at < bytes.length; size = (size * 5) % 61) {
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

export function toServerSentEvent(data: unknown, event?: string): string {
  const name = event === undefined ? '' : `event: ${event}\n`;
  return `${name}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}
