import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyReply } from 'fastify';

/** Nothing inline, nothing from elsewhere, and no script at all unless the route says so. */
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

/** For a route whose page has modules of ours: they may run, ask this server, and start workers of ours. */
export const withScripts = {
  helmet: {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...pagePolicy, scriptSrc: ["'self'"], connectSrc: ["'self'"], workerSrc: ["'self'"] },
    },
  },
};

/** Source: OWASP ASVS 5.0.0, 3.4.1 to 3.4.8. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'cross-origin' }, // channels fetch signed pictures
};

/**
 * For the few answers that bring a script of ours along: from our own folder, with its worker, talking to us only.
 *
 * @param page - May bring the widget of a provider, whose script and frames are then let in from its origin.
 */
export function allowScripts(reply: FastifyReply, page = ''): void {
  const policy = String(reply.getHeader('content-security-policy'));
  const origin = widgetScript.exec(page)?.[1];
  const widget = origin === undefined ? '' : ` ${origin};frame-src ${origin}`;
  const scripts = `script-src 'self'${widget};worker-src 'self';connect-src 'self'`;
  reply.header('content-security-policy', policy.replace("script-src 'none'", scripts));
}

/** Everything a person has typed is escaped, so only a tag of ours can be one. */
const widgetScript = /<script src="(https?:\/\/[^/"]+)\//;
