import type { DeviceTokens } from '@kt-event/sdk';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A day is more than the minute that is counted needs, and too little to follow anybody. */
const lifeSeconds = 86_400;

/** Behind https the browser itself refuses it from anywhere else. Source: RFC 6265bis, `__Host-`. */
const names = { https: '__Host-kt-device', http: 'kt-device' } as const;

type Asking = Pick<FastifyRequest, 'protocol' | 'headers'>;

/** @returns the random name of the device, if it has one of ours */
export function deviceOf(request: Asking, devices: DeviceTokens): string | undefined {
  return devices.read(cookieOf(request.headers.cookie, names[request.protocol]));
}

/** Names a device that has no name yet. The name is random: it says nothing, and nothing else is asked of the browser. */
export function nameDevice(request: Asking, reply: FastifyReply, devices: DeviceTokens): void {
  if (deviceOf(request, devices) !== undefined) return;
  const attributes = ['Path=/', `Max-Age=${lifeSeconds}`, 'HttpOnly', 'SameSite=Lax'];
  if (request.protocol === 'https') attributes.push('Secure');
  reply.header('set-cookie', [`${names[request.protocol]}=${devices.issue()}`, ...attributes].join('; '));
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
