export { type ErrorCode, errorCatalogue } from './catalogue.js';
export type { Bilingual, ErrorSpec, Language, Outcome } from './error-spec.js';
export type { Issue } from './issue.js';
export {
  AuthError,
  BugError,
  type ErrorJson,
  KtEventError,
  ProviderError,
  StoreError,
  UserError,
} from './kt-event-error.js';
export { isCancellation, isRetryable, outcomeOf, toKtEventError } from './to-kt-event-error.js';
