/**
 * Cuts a script into parts of at most `most` characters (code points): after the last sentence that fits, else at a
 * blank, else anywhere. Together the parts say the whole script; only the blanks between them are gone.
 */
export function splitScript(script: string, most: number): string[] {
  const parts: string[] = [];
  let rest = [...script.trim()];
  while (rest.length > most) {
    const cut = findCut(rest, most);
    parts.push(rest.slice(0, cut).join('').trim());
    rest = [...rest.slice(cut).join('').trim()];
  }
  return [...parts, rest.join('')].filter((part) => part !== '');
}

/** How many characters go into the first part. The one after them is looked at too: `3.5` does not end a sentence. */
function findCut(characters: readonly string[], most: number): number {
  const isBlank = (at: number) => /\s/.test(characters[at] ?? '');
  const isEnd = (at: number) =>
    characters[at] === '\n' || (/[.?!…。？！]/.test(characters[at] ?? '') && isBlank(at + 1));
  const end = findLast(most - 1, isEnd);
  return end > 0 ? end + 1 : findLast(most, isBlank) || most;
}

/** The last place up to `from` where it holds, or 0: nothing is cut off at the very start. */
function findLast(from: number, holds: (at: number) => boolean): number {
  let at = from;
  while (at > 0 && !holds(at)) at -= 1;
  return at;
}
