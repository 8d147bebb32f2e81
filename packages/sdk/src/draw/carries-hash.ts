/** Where something begins that a browser shows to nobody. */
const unseen = /<!--|<(script|style|template|head)\b/g;

/** Tags, blanks, and marks of no width, which an editor may put into a long word. */
const between = /<[^<>]*>|&nbsp;|&#160;|&#xa0;|[\s\u200B-\u200D\u2060\uFEFF\u00AD]/g;

/**
 * True when people can read the whole hash on a page, however it was broken or grouped. The short fingerprint does not
 * count: whoever makes commitments can make two that share 16 digits, and none that share 64.
 */
export function carriesHash(page: string, hash: string): boolean {
  return seenOf(page.toLowerCase()).replace(between, '').includes(hash);
}

/** Each part is looked at once: a page that opens what it never closes costs no more than another. */
function seenOf(page: string): string {
  const seen: string[] = [];
  let at = 0;
  for (;;) {
    unseen.lastIndex = at;
    const opening = unseen.exec(page);
    if (!opening) return [...seen, page.slice(at)].join('');
    seen.push(page.slice(at, opening.index));
    const [, tag] = opening;
    const end = tag === undefined ? '-->' : `</${tag}`;
    const closing = page.indexOf(end, unseen.lastIndex);
    if (closing < 0) return seen.join('');
    at = closing + end.length;
  }
}
