import { BugError, type KtEvent } from '@kt-event/sdk';

export interface OpenSettings {
  /** Where `.kt-event` and `kt-event-out` live, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export async function openKtEvent(_settings: OpenSettings): Promise<KtEvent> {
  throw new BugError('BUG_001', { reason: 'not connected yet' });
}
