import { BugError } from '@kt-event/sdk';
import type { Listener, SandboxOptions } from '../context.js';

export async function openSandbox(_options: SandboxOptions): Promise<Listener> {
  throw new BugError('BUG_001', { reason: 'not connected yet' });
}
