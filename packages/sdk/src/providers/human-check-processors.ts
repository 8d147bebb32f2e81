import type { Processor } from '../schema/processor.js';

/**
 * Whose widget sees the browsers of those who take part, by provider, as the notice of an entry page has to say it.
 * Name: as the service calls itself, read 2026-11.
 */
export const humanCheckProcessors: Readonly<Record<string, Processor>> = {
  turnstile: { name: 'Cloudflare, Inc.(미국)', task: '자동 응모 방지를 위한 브라우저 확인(Turnstile)' },
};
