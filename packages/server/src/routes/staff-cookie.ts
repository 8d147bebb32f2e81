import type { FastifyReply, FastifyRequest } from 'fastify';

/** Goes to the coupon pages of one event only, so that a scanned coupon opens as staff see it. */
const name = 'kt-staff';
/** A working day. */
const maxAgeSeconds = 43_200;

/** Remembers that this browser opened the staff page of an event. No script can read it. */
export function keepStaff(
  reply: FastifyReply,
  { slug, token, secure }: { readonly slug: string; readonly token: string; readonly secure: boolean },
): void {
  const parts = [
    `${name}=${token}`,
    `Path=/e/${slug}/coupons`,
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    'SameSite=Lax', // a camera opens the page from outside
    ...(secure ? ['Secure'] : []),
  ];
  reply.header('set-cookie', parts.join('; '));
}

export function staffTokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const found = /(?:^|;\s*)kt-staff=([a-z0-9]{4,16}-[\w-]{22})(?:;|$)/.exec(headers.cookie ?? '');
  return found?.[1];
}
