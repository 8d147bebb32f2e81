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
  const offsets = new Map<string, number>();
  const reader = new Reader(text, offsets);
  try {
    const value = reader.document();
    const positionOf = (path: readonly (string | number)[]): Position => {
      for (let length = path.length; length > 0; length -= 1) {
        const offset = offsets.get(JSON.stringify(path.slice(0, length)));
        if (offset !== undefined) return positionAt(text, offset);
      }
      return positionAt(text, text.search(/\S/));
    };
    return { value, positionOf };
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

type Path = readonly (string | number)[];

/** Deep enough for any template; a file of brackets does not exhaust the stack. */
const deepest = 100;

class Reader {
  private at = 0;
  private readonly text: string;
  private readonly offsets: Map<string, number>;

  constructor(text: string, offsets: Map<string, number>) {
    this.text = text;
    this.offsets = offsets;
  }

  document(): unknown {
    this.space();
    const value = this.value([]);
    this.space();
    if (this.at < this.text.length) throw this.unexpected('the end of the file');
    return value;
  }

  private value(path: Path): unknown {
    if (path.length > deepest) throw this.unexpected('fewer brackets');
    this.offsets.set(JSON.stringify(path), this.at);
    const next = this.text[this.at];
    if (next === '{') return this.members(path);
    if (next === '[') return this.elements(path);
    return this.scalar();
  }

  private scalar(): unknown {
    const [token] =
      /^(?:"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/.exec(
        this.text.slice(this.at, this.at + 10_000),
      ) ?? [];
    if (token === undefined) throw this.unexpected('a value');
    try {
      const value: unknown = JSON.parse(token);
      this.at += token.length;
      return value;
    } catch {
      throw this.unexpected('a value');
    }
  }

  private members(path: Path): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.each('}', () => {
      if (this.text[this.at] !== '"') throw this.unexpected('a name in "quotation marks"');
      const key = String(this.scalar());
      this.space();
      this.take(':');
      this.space();
      entries.push([key, this.value([...path, key])]);
    });
    return Object.fromEntries(entries);
  }

  private elements(path: Path): unknown[] {
    const elements: unknown[] = [];
    this.each(']', () => elements.push(this.value([...path, elements.length])));
    return elements;
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
