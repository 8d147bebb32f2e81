import { BugError } from '@kt-event/sdk';
import type { Listener, ServeOptions } from '../context.js';

export async function serve(
  _options: ServeOptions,
  _environment: Readonly<Record<string, string | undefined>>,
): Promise<Listener> {
  throw new BugError('BUG_001', { reason: 'not connected yet' });
}
