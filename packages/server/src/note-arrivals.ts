import type { Arrival, KtEvent } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** When the head of a request for an entry was complete. */
    arrival: Arrival | undefined;
  }
  interface FastifyContextConfig {
    /** Its requests are numbered as they come. */
    readonly takesEntries?: boolean;
  }
}

/**
 * Notes when a request for an entry has come, before any other hook: limits, reading the body and sealing take a time
 * of their own, which is nobody's fault who sent one.
 */
export function noteArrivals(app: FastifyInstance, ktEvent: Pick<KtEvent, 'arrive'>): void {
  app.decorateRequest('arrival', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.routeOptions.config.takesEntries) request.arrival = ktEvent.arrive();
    done();
  });
}
