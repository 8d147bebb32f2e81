import { userInfo } from 'node:os';
import type { ClientConfig, CustomTypesConfig } from 'pg';
import type { Pg } from './driver.js';

/** A connection that is not there by then will not come. */
const connectMs = 10_000;

/** What a connection is made of. The address holds the password: it goes nowhere else. */
export function connectionOptions(url: string, pg: Pg): ClientConfig {
  const { username } = new URL(url);
  return {
    connectionString: url,
    ...(username === '' && { user: userInfo().username }), // as PostgreSQL's own clients do
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    fallback_application_name: 'kt-event',
    types: numberTypes(pg),
  };
}

/** Where a database is, for people: without the password and the query, which may hold one as well. */
export function placeOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${host || (searchParams.get('host') ?? 'localhost')}${pathname}`;
}

/** `int8` and `numeric`, which the driver leaves as text because a number does not hold all of them. */
const wideTypes = [20, 1700];

function numberTypes(pg: Pg): CustomTypesConfig {
  const overrides = new pg.TypeOverrides();
  for (const type of wideTypes) overrides.setTypeParser(type, Number);
  return overrides;
}
