import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyReply } from 'fastify';

/** Nothing inline, nothing from elsewhere, and no script at all: the pages need none. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
};

/** Source: OWASP ASVS 5.0.0, 3.4.1 to 3.4.8. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'cross-origin' }, // channels fetch signed pictures
};

/** For the few answers that bring a script of ours along: from our own folder, with its worker, talking to us only. */
export function allowScripts(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'));
  const scripts = "script-src 'self';worker-src 'self';connect-src 'self'";
  reply.header('content-security-policy', policy.replace("script-src 'none'", scripts));
}
