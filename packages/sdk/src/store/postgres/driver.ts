type Driver = typeof import('pg');
export type Pg = Pick<Driver, 'Pool' | 'Client' | 'TypeOverrides'>;

/** Loaded when a database is asked for: a start on one machine does not pay for it. */
export const loadDriver = (): Promise<Pg> => import('pg');
