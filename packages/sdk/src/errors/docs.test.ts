import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from './catalogue.js';
import type { ErrorSpec } from './error-spec.js';

const rows = Object.entries<ErrorSpec>(errorCatalogue);
const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');

/** Text by code, of every `### CODE`. */
function sectionsOf(markdown: string): Map<string, string> {
  const [, ...parts] = markdown.split(/^### /m);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part]));
}

/** What keeps the page and the catalogue from being one: in both directions. */
function differences(markdown: string): string[] {
  const sections = sectionsOf(markdown);
  const unknown = [...sections.keys()].filter((code) => !Object.hasOwn(errorCatalogue, code));
  const missing = rows.filter(([code]) => !sections.has(code)).map(([code]) => code);
  const stale = rows.filter(([code, spec]) => !tells(sections.get(code) ?? '', spec)).map(([code]) => code);
  return [...new Set([...unknown, ...missing, ...stale])];
}

function tells(section: string, { title, hint, exitCode, httpStatus }: ErrorSpec): boolean {
  const facts = [title.ko, title.en, hint.ko, hint.en, `exit ${exitCode}`, `HTTP ${httpStatus}`];
  return facts.every((fact) => section.includes(fact));
}

describe('docs/errors.md', () => {
  it('says of every code what the catalogue says, and of no other', () => {
    expect(differences(page)).toEqual([]);
  });

  it('links every code from its table of contents', () => {
    const linked = [...page.matchAll(/\[(\w+_\d{3})\]\(#(\w+)\)/g)].map(([, code, anchor]) => [code, anchor]);

    expect(linked).toEqual([...sectionsOf(page).keys()].map((code) => [code, code.toLowerCase()]));
  });

  it.each([
    ['a code is missing', '### USER_001', '### User 001', ['User 001', 'USER_001']],
    ['a code is invented', '### USER_002\n', '### USER_999\n\n### USER_002\n', ['USER_999']],
    ['a title has changed', '입력이 올바르지 않습니다', '입력이 틀립니다', ['USER_001']],
  ])('would be caught when %s', (_, text, other, caught) => {
    expect(differences(page.replace(text, other))).toEqual(caught);
  });
});
