export type Language = 'ko' | 'en';
export type Bilingual = Readonly<Record<Language, string>>;

/**
 * What a failed external call left behind.
 * `not_sent`: no byte of the request was acted on. `rejected`: the provider said no.
 * `in_doubt`: it may have happened; only a look-up or a person can tell.
 */
export type Outcome = 'not_sent' | 'rejected' | 'in_doubt';

export interface ErrorSpec {
  /** The class of problem, constant. */
  readonly title: Bilingual;
  /** What happened. `{name}` is filled from the error's context. */
  readonly message: Bilingual;
  /** One imperative sentence: what to do next. */
  readonly hint: Bilingual;
  /** Process exit code of the CLI. */
  readonly exitCode: number;
  readonly httpStatus: number;
  /** True when the same call may succeed later, unchanged. Retry and breaker both read it. */
  readonly retryable: boolean;
  /** Only for failures of an external call. */
  readonly outcome?: Outcome;
}
