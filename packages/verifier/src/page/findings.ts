import { numberTexts } from './check-texts.js';
import { element } from './element.js';

export interface Finding {
  readonly ok: boolean;
  readonly title: string;
  readonly text: string;
  readonly numbers: Readonly<Record<string, string | number>>;
}

/** A list that fills while the checks are made; whoever cannot see it hears how it ended. */
export function findingList(): HTMLOListElement {
  return element('ol', { class: 'findings' });
}

export function findingItem({ ok, title, text, numbers }: Finding): HTMLLIElement {
  const mark = element('span', { class: 'mark', 'aria-hidden': 'true' }, ok ? '✓' : '✗');
  const heading = element('strong', {}, title, element('span', { class: 'unseen' }, ok ? ' 맞음' : ' 틀림'));
  const words = element('div', {}, heading, element('p', {}, text), details(numbers));
  return element('li', { class: ok ? 'ok' : 'bad' }, mark, words);
}

/** The numbers themselves, for whoever wants to compare them with another source. */
function details(numbers: Finding['numbers']): HTMLElement | undefined {
  const rows = Object.entries(numbers);
  if (rows.length === 0) return undefined;
  const terms = rows.flatMap(([name, value]) => [
    element('dt', {}, numberTexts[name] ?? name),
    element('dd', {}, element('code', {}, String(value))),
  ]);
  return element('details', {}, element('summary', {}, '자세히'), element('dl', {}, ...terms));
}

/** The one sentence that counts. */
export function verdict(
  kind: 'ok' | 'bad' | 'plain',
  title: string,
  ...words: readonly (string | Node)[]
): HTMLDivElement {
  const paragraphs = words.map((each) => (typeof each === 'string' ? element('p', {}, each) : each));
  const heading = element('p', { class: 'sentence' }, element('strong', {}, title));
  return element('div', { class: `verdict ${kind}`, role: 'status' }, heading, ...paragraphs);
}

/** What could not be found out, and what to do: neither a yes nor a no. */
export function trouble(title: string, text: string): HTMLDivElement {
  const heading = element('p', { class: 'sentence' }, element('strong', {}, title));
  return element('div', { class: 'verdict', role: 'alert' }, heading, element('p', {}, text));
}
