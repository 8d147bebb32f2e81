/** Credentials and addresses by the names of environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable; one that is set to nothing is not set, as files of settings are full of those. */
export type Read = (variable: string) => string | undefined;

export function reader(environment: Environment): Read {
  return (variable) => environment[variable]?.trim() || undefined;
}
