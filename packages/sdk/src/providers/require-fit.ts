import { type Bilingual, UserError } from '../errors/index.js';

/** @throws UserError `USER_032` with one issue for each problem. */
export function requireFit(provider: string, problems: readonly Bilingual[]): void {
  if (problems.length === 0) return;
  const reason = problems.map(({ en }) => en).join('; ');
  const issues = problems.map((message) => ({ path: [], message }));
  throw new UserError('USER_032', { provider, reason }, { issues });
}
