import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

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

/** Source: OWASP ASVS 5.0.0, 3.4.1 to 3.4.8. */
const securityHeaders: HelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'cross-origin' }, // channels fetch signed pictures
};

/** Every answer has the same, whatever becomes of its request: they are put together once, and not for each. */
export function protectAnswers(app: FastifyInstance): void {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(securityHeaders)(answer.req, answer, () => undefined);
  const headers = answer.getHeaders();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

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
