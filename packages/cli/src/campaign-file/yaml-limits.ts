import { Lexer, Parser } from 'yaml';

/** A campaign file is a page long. These stop a hostile one before it costs time or memory. */
export const yamlLimits = { bytes: 1_048_576, lexemes: 20_000, depth: 32, aliases: 50 } as const;

export interface Excess {
  readonly kind: 'depth' | 'lexemes';
  readonly offset: number;
}

/**
 * Where a text goes past the limits. It walks the tokens without recursion, because composing a text that nests
 * thousands of levels can abort the whole process.
 */
export function findExcess(text: string): Excess | undefined {
  const parser = new Parser();
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    exhaust(parser.next(lexeme));
    lexemes += 1;
    if (lexemes > yamlLimits.lexemes) return { kind: 'lexemes', offset: parser.offset };
    if (depthOf(parser) > yamlLimits.depth) return { kind: 'depth', offset: parser.offset };
  }
  return undefined;
}

/** The document and the scalar being read are on the stack too. */
function depthOf({ stack }: Parser): number {
  return stack.filter(({ type }) => type !== 'document' && type !== 'scalar').length;
}

function exhaust(tokens: Iterable<unknown>): void {
  for (const _ of tokens);
}
