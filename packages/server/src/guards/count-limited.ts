import type { KtEvent } from '@kt-event/sdk';
import type { FastifyRequest } from 'fastify';

/** Counts an entry that came too soon after others, for its event. A figure must not keep anybody waiting. */
export function countLimited(
  ktEvent: Pick<KtEvent, 'noteTurnedAway'>,
): (request: Pick<FastifyRequest, 'method' | 'url'>) => void {
  return ({ method, url }) => {
    const [, slug] = /^\/e\/([a-z0-9]{4,16})\/entries(?=[/?]|$)/.exec(url) ?? [];
    if (method === 'POST' && slug !== undefined) void ktEvent.noteTurnedAway(slug, 'limit').catch(() => {});
  };
}
