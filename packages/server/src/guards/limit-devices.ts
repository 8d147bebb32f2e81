import { type DeviceTokens, UserError } from '@kt-event/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from './device-cookie.js';

export interface DeviceLimits {
  /** Entries from one device in a minute. */
  readonly perDevice: number;
  /** Entries in a minute from all those of one address that carry no name of ours. */
  readonly perNameless: number;
  readonly onExceeded: (request: FastifyRequest) => void;
}

/**
 * A hook that counts by device, besides the count by address. Whoever shows no name shares one count with all the
 * nameless of that address: a program that throws its cookies away gains nothing by it.
 */
export function limitDevices(
  app: FastifyInstance,
  devices: DeviceTokens,
  { perDevice, perNameless, onExceeded }: DeviceLimits,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const timeWindow = '1 minute';
  const ofDevice = app.createRateLimit({
    max: perDevice,
    timeWindow,
    keyGenerator: (request: FastifyRequest) => deviceOf(request, devices) ?? '',
  });
  const ofNameless = app.createRateLimit({ max: perNameless, timeWindow });

  return async (request, reply) => {
    const check = deviceOf(request, devices) === undefined ? ofNameless : ofDevice;
    const count = await check(request);
    if (count.isAllowed || !count.isExceeded) return;
    onExceeded(request);
    const seconds = Math.max(1, count.ttlInSeconds);
    reply.header('ratelimit-limit', count.max);
    reply.header('ratelimit-remaining', 0);
    reply.header('ratelimit-reset', seconds);
    throw new UserError('USER_014', { seconds });
  };
}
