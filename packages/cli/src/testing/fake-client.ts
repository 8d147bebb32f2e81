import type { KtEvent } from '@kt-event/sdk';
import { vi } from 'vitest';
import { aCampaign, aNoticeTemplate, aPlan, aStatus } from './fixtures.js';

/** A client that takes a campaign as far as it is told, and remembers what it was told. */
export function aClient(over: Partial<KtEvent> = {}) {
  const client = {
    find: vi.fn<KtEvent['find']>(async () => aCampaign()),
    create: vi.fn<KtEvent['create']>(async () => aCampaign()),
    advance: vi.fn<KtEvent['advance']>(async () => aStatus()),
    approve: vi.fn<KtEvent['approve']>(async () => aCampaign()),
    plan: vi.fn<KtEvent['plan']>(async () => aPlan()),
    checkBusiness: async () => ({ businessNumber: undefined, status: 'not_asked', mode: undefined }) as const,
    check: vi.fn<KtEvent['check']>(async () => []),
    contentHash: () => 'hash-of-content',
    list: async () => [aCampaign()],
    status: async () => aStatus(),
    due: async () => [],
    consentsDue: async () => [],
    effects: async () => [],
    noticeTemplates: async () => [aNoticeTemplate()],
  };
  return Object.assign(client, over);
}
