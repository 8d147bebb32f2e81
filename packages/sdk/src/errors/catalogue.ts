import { authErrors } from './rows/auth.js';
import { bugErrors } from './rows/bug.js';
import { privacyErrors } from './rows/privacy.js';
import { providerErrors } from './rows/provider.js';
import { storeErrors } from './rows/store.js';
import { userErrors } from './rows/user.js';

/** One row per failure a caller can meet. A code is never renumbered or reused. */
export const errorCatalogue = {
  ...userErrors,
  ...privacyErrors,
  ...authErrors,
  ...providerErrors,
  ...storeErrors,
  ...bugErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
export type CodeOf<Family extends string> = Extract<ErrorCode, `${Family}_${string}`>;

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** The values a code's message needs. The compiler reads them out of the catalogue's own sentence. */
export type ContextOf<Code extends ErrorCode> = Readonly<
  Record<Placeholder<(typeof errorCatalogue)[Code]['message']['en']>, string | number>
>;
