import { type Challenge, type KtEvent, KtEventError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the refusal of this request carries along, so that a program can go on without asking again. */
    challenge: Challenge | undefined;
  }
}

export function prepareChallenges(app: FastifyInstance): void {
  app.decorateRequest('challenge', undefined);
}

/** Lets a refusal for want of a challenge carry one. */
export async function carryChallenge(
  request: FastifyRequest,
  error: unknown,
  { ktEvent, slug }: { readonly ktEvent: Pick<KtEvent, 'challenge'>; readonly slug: string },
): Promise<void> {
  if (KtEventError.is(error) && error.code === 'USER_057') request.challenge = await ktEvent.challenge(slug);
}
