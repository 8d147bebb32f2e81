/** Half-width, circled and squared characters become plain ones; single letters of Hangul stay single. */
export function toPlain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufe0f\u200b-\u200d]/gu, '')
    .normalize('NFC')
    .replace(/[^\u3130-\u318f]+/gu, (part) => part.normalize('NFKC'));
}

/** Blanks and pauses as a reader expects them: none twice, none at the edges, a full stop where a line ended. */
export function tidy(text: string): string {
  return text
    .replace(/\s*\n\s*/gu, '. ')
    .replace(/\s+/gu, ' ')
    .replace(/[,.?!](?:\s?[,.?!])*/gu, (run) => `${strongest(run)} `)
    .replace(/\s+(?=[,.?!])/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,.?!]+|[\s,]+$/gu, '');
}

function strongest(run: string): string {
  if (run.includes('?')) return '?';
  if (run.includes('!')) return '!';
  return run.includes('.') ? '.' : ',';
}
