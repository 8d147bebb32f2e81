import { type Bilingual, UserError } from '../errors/index.js';

/** What is wrong with a logo, and what to do, at its place in the brief. */
export function logoProblem({ ko, en, fix }: Bilingual & { readonly fix: Bilingual }): UserError {
  const issue = { path: ['store', 'brand', 'logo'], message: { ko, en }, fix };
  return new UserError('USER_001', { what: 'store.brand.logo' }, { issues: [issue] });
}
