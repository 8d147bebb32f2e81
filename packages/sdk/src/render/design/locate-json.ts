/** Where in a text something stands, 1-based. */
interface Position {
  readonly line: number;
  readonly column: number;
}

export type LocatedJson =
  | {
      readonly value: unknown /** Of the value at the path, or of the nearest one around it. */;
      positionOf(path: readonly (string | number)[]): Position;
    }
  | { readonly fault: Position & { readonly expected: string } };

/** Reads JSON and remembers where each value stands, so that an error can point at it. `JSON.parse` forgets. */
export function locateJson(text: string): LocatedJson {
  try {
    const found = new Reader(text).document();
    const positionOf = (path: readonly (string | number)[]): Position => {
      let place = found;
      for (const step of path) {
        const inner = place.inside?.get(step);
        if (inner === undefined) break;
        place = inner;
      }
      return positionAt(text, place.at);
    };
    return { value: found.value, positionOf };
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    return { fault: { ...positionAt(text, error.offset), expected: error.expected } };
  }
}

class Unexpected extends Error {
  readonly offset: number;
  readonly expected: string;
  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(offset, 0));
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}

/** A value and where it begins. */
interface Found {
  readonly value: unknown;
  readonly at: number;
  readonly inside?: ReadonlyMap<string | number, Found>;
}

const scalar = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Deep enough for any template; a file of brackets does not exhaust the stack. */
const deepest = 100;

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): Found {
    this.space();
    const found = this.value(0);
    this.space();
    if (this.at < this.text.length) throw this.unexpected('the end of the file');
    return found;
  }

  private value(depth: number): Found {
    if (depth > deepest) throw this.unexpected('fewer brackets');
    const { at } = this;
    const next = this.text[at];
    if (next === '{') return { at, ...this.members(depth + 1) };
    if (next === '[') return { at, ...this.elements(depth + 1) };
    return { at, value: this.scalar() };
  }

  private scalar(): unknown {
    scalar.lastIndex = this.at;
    const [token] = scalar.exec(this.text) ?? [];
    if (token === undefined) throw this.unexpected('a value');
    try {
      const value: unknown = JSON.parse(token);
      this.at += token.length;
      return value;
    } catch {
      throw this.unexpected('a value');
    }
  }

  private members(depth: number): Pick<Found, 'value' | 'inside'> {
    const inside = new Map<string, Found>();
    this.each('}', () => {
      if (this.text[this.at] !== '"') throw this.unexpected('a name in "quotation marks"');
      const key = String(this.scalar());
      this.space();
      this.take(':');
      this.space();
      inside.set(key, this.value(depth));
    });
    return { value: Object.fromEntries(Array.from(inside, ([key, { value }]) => [key, value])), inside };
  }

  private elements(depth: number): Pick<Found, 'value' | 'inside'> {
    const found: Found[] = [];
    this.each(']', () => found.push(this.value(depth)));
    return { value: found.map(({ value }) => value), inside: new Map(found.entries()) };
  }

  /** What stands between the brackets, with commas between. */
  private each(end: ']' | '}', one: () => void): void {
    this.at += 1;
    this.space();
    if (this.text[this.at] === end) {
      this.at += 1;
      return;
    }
    for (;;) {
      one();
      this.space();
      if (this.text[this.at] === end) break;
      this.take(',', `, or ${end}`);
      this.space();
    }
    this.at += 1;
  }

  private take(sign: string, expected = sign): void {
    if (this.text[this.at] !== sign) throw this.unexpected(expected);
    this.at += 1;
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private unexpected(expected: string): Unexpected {
    return new Unexpected(this.at, expected);
  }
}
