import type { z } from 'zod';
import { type KtEventError, ProviderError, StoreError, UserError } from '../errors/index.js';
import { toIssues } from './issues.js';

type Fail = (what: string, cause: z.ZodError) => KtEventError;

/** The three boundaries. Each says whose fault a mismatch is. */
export const parseInput = parser(
  (what, error) => new UserError('USER_001', { what }, { issues: toIssues(error) }), // zod's own error holds the input
  { reportInput: true }, // a message names the type that was given
);
export const parseAnswer = parser(
  (provider, cause) => new ProviderError('PROVIDER_004', { provider, reason: firstPath(cause) }, { cause }),
);
export const parseRow = parser((what, cause) => new StoreError('STORE_002', { what }, { cause }));

function parser(
  fail: Fail,
  options?: { readonly reportInput: boolean },
): <S extends z.ZodType>(schema: S, value: unknown, what: string) => z.output<S> {
  return (schema, value, what) => {
    const result = schema.safeParse(value, options);
    if (result.success) return result.data;
    throw fail(what, result.error);
  };
}

/** The value itself stays out: an answer may hold a person's data. */
function firstPath({ issues }: z.ZodError): string {
  const [first] = issues;
  return first ? `${first.path.join('.') || 'body'}: ${first.code}` : 'body';
}
