import type { Read } from './environment.js';
import { UserError } from './errors/index.js';

/**
 * One of a few names that a variable may hold, if it holds any.
 *
 * @throws UserError `USER_001` for another name
 */
export function chosen<Name extends string>(
  read: Read,
  variable: string,
  names: readonly Name[],
): Name | undefined {
  const text = read(variable);
  const name = names.find((one) => one === text);
  if (name !== undefined || text === undefined) return name;
  const list = names.join(', ');
  throw wrongSetting(variable, `${list} 가운데 하나여야 합니다`, `must be one of ${list}`);
}

export function wrongSetting(variable: string, ko: string, en: string): UserError {
  return new UserError(
    'USER_001',
    { what: variable },
    { issues: [{ path: [variable], message: { ko, en } }] },
  );
}
