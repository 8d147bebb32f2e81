/** What was written and what is said for it; empty when it is left out. */
export interface SpokenChange {
  readonly from: string;
  readonly to: string;
}

/** How one kind of writing is said aloud. */
export interface SpokenRule {
  /** Sticky, so that it is tried at one place, and what lies before it can be looked at. */
  readonly pattern: RegExp;
  readonly say: (match: RegExpExecArray) => string;
}

export interface Spoken {
  readonly text: string;
  readonly changes: readonly SpokenChange[];
}

/** Goes through the text once. At each place the first rule that fits says what it covers; the rest stays. */
export function speakWith(rules: readonly SpokenRule[], text: string): Spoken {
  const changes: SpokenChange[] = [];
  let spoken = '';
  for (let at = 0; at < text.length; ) {
    const found = findRule(rules, text, at);
    const from = found?.match[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    const to = found ? found.rule.say(found.match) : from;
    if (found && to.trim() !== from.trim()) changes.push({ from: from.trim(), to: to.trim() });
    spoken += to;
    at += from.length;
  }
  return { text: spoken, changes };
}

function findRule(rules: readonly SpokenRule[], text: string, at: number) {
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match && match[0] !== '') return { rule, match };
  }
  return undefined;
}
