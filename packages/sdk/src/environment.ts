import { AuthError } from './errors/index.js';

/** Credentials and addresses by the names of environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable; one that is set to nothing is not set, as files of settings are full of those. */
export type Read = (variable: string) => string | undefined;

export function reader(environment: Environment): Read {
  return (variable) => environment[variable]?.trim() || undefined;
}

/** Reads the variables that a provider cannot do without: all, none, or a complaint. */
export function readGroup<Name extends string>(
  read: Read,
  provider: string,
  names: readonly Name[],
): ((name: Name) => string) | undefined {
  const missing = names.filter((name) => read(name) === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) throw new AuthError('AUTH_001', { provider, variables: missing.join(', ') });
  return (name) => read(name) ?? '';
}
