import { type CodeOf, type ContextOf, type ErrorCode, errorCatalogue } from './catalogue.js';
import type { ErrorSpec, Language } from './error-spec.js';
import type { Issue } from './issue.js';

const brand = Symbol.for('ktEvent.error');

export interface ErrorDetails {
  readonly cause?: unknown;
  /** The places to correct, when the failure is about input. */
  readonly issues?: readonly Issue[];
  /** How long the provider asked us to wait. */
  readonly retryAfterMs?: number;
}

/**
 * Base of every error this SDK throws on purpose. Branch on `code`, not on `message`.
 * `context` is safe to print and to log: never a secret, never a participant's data.
 */
export abstract class KtEventError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly [brand] = true;
  readonly code: Code;
  readonly context: Readonly<Record<string, string | number>>;
  readonly issues: readonly Issue[];
  readonly retryAfterMs: number | undefined;

  constructor(code: Code, context: ContextOf<Code>, { cause, issues = [], retryAfterMs }: ErrorDetails = {}) {
    super(fill(errorCatalogue[code].message.en, context), { cause });
    this.code = code;
    this.context = context;
    this.issues = issues;
    this.retryAfterMs = retryAfterMs;
  }

  get spec(): ErrorSpec {
    return errorCatalogue[this.code];
  }

  /** Title, message and hint for a person. */
  describe(language: Language): { title: string; message: string; hint: string } {
    const { title, message, hint } = this.spec;
    return {
      title: title[language],
      message: fill(message[language], this.context),
      hint: fill(hint[language], this.context),
    };
  }

  /** What may leave the process: no stack, no cause. */
  toJSON(): ErrorJson {
    const { code, context, issues, spec } = this;
    return {
      code,
      ...this.describe('en'),
      ko: this.describe('ko'),
      context,
      issues,
      retryable: spec.retryable,
    };
  }

  /** `instanceof` that survives two copies of the package in one process. */
  static is(error: unknown): error is KtEventError {
    return error instanceof Error && brand in error;
  }
}

/** A type rather than an interface, so that a journal can hold it. */
export type ErrorJson = {
  readonly code: ErrorCode;
  readonly title: string;
  readonly message: string;
  readonly hint: string;
  readonly ko: { readonly title: string; readonly message: string; readonly hint: string };
  readonly context: Readonly<Record<string, string | number>>;
  readonly issues: readonly Issue[];
  readonly retryable: boolean;
};

function fill(text: string, context: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(context[name] ?? whole));
}

export class UserError<Code extends CodeOf<'USER'> = CodeOf<'USER'>> extends KtEventError<Code> {
  override readonly name = 'UserError';
}
export class AuthError<Code extends CodeOf<'AUTH'> = CodeOf<'AUTH'>> extends KtEventError<Code> {
  override readonly name = 'AuthError';
}
export class ProviderError<Code extends CodeOf<'PROVIDER'> = CodeOf<'PROVIDER'>> extends KtEventError<Code> {
  override readonly name = 'ProviderError';
}
export class StoreError<Code extends CodeOf<'STORE'> = CodeOf<'STORE'>> extends KtEventError<Code> {
  override readonly name = 'StoreError';
}
/** A broken invariant of ours. Always worth a report. */
export class BugError<Code extends CodeOf<'BUG'> = CodeOf<'BUG'>> extends KtEventError<Code> {
  override readonly name = 'BugError';
}
