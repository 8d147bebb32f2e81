import type { Sandbox } from '@kt-event/sandbox';
import { composeProviders, type Providers } from '../compose-providers.js';
import type { Environment } from '../environment.js';
import { createGotHttp } from '../http/got-http.js';
import { readProviderSettings } from '../provider-settings.js';
import type { ChannelAdapter } from '../providers/channel.js';
import { createLocalMedia } from '../providers/local-media/local-media.js';
import { channelSchema } from '../schema/primitives.js';
import { aPost, aPostImage } from './channel-fixtures.js';

const noon = new Date('2026-12-01T12:00:00+09:00');
const message = { key: 'a', phone: '+821055009001', text: '당첨을 축하해요' };
const nothing = { read: async () => undefined, write: async () => undefined };

/** Every failure of every adapter, as it is thrown: cause and stack included. Nothing waits. */
export async function failuresOf(environment: Environment, pictureUrl: string): Promise<unknown[]> {
  const providers = composeProviders({
    settings: readProviderSettings(environment),
    kakaoAudience: ['+821055009001', '+821055009002'],
    http: createGotHttp(),
    now: () => noon,
    sleep: async () => undefined,
    random: () => 0,
    secrets: nothing,
    tokens: nothing,
    onEvent: () => undefined,
    elapsedMs: () => 0,
  });
  const media = createLocalMedia({ folder: '/nowhere', newId: () => 'x' });
  const calls = providers
    .channels(channelSchema.options, media)
    .filter(({ mode }) => mode !== 'local')
    .flatMap((adapter) => callsOf(adapter, pictureUrl));
  const settled = await Promise.allSettled([
    ...calls,
    providers.messenger(media).send([message], 'reference-1'),
    providers.messenger(media).find?.([message], 'reference-1'),
    revealOf(providers),
  ]);
  return settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
}

function callsOf(adapter: ChannelAdapter, pictureUrl: string): Promise<unknown>[] {
  const post = aPost({ images: [aPostImage(pictureUrl)] });
  const options = { reference: 'reference-1' };
  return [
    adapter.prepare?.(post),
    adapter.publish(post, { ...options, handle: '17900000000000001' }),
    adapter.find?.(post, { ...options, handle: '17900000000000001' }),
    adapter.track?.('external-1'),
    adapter.withdraw?.('external-1', options),
    adapter.measure?.('external-1'),
  ].flatMap((call) => call ?? []);
}

async function revealOf(providers: Providers): Promise<unknown> {
  const beacon = providers.beacon('drand');
  return beacon.reveal(await beacon.announce(noon));
}

/** The stand-ins' credentials for addresses where nobody answers. */
export function deadEnvironments(sandbox: Sandbox): Environment[] {
  const { unknownHost, refused, brokenTls } = sandbox.deadEnds;
  return [unknownHost.replace(/^http:/, 'https:'), refused, brokenTls].map((deadEnd) => {
    const variables = Object.entries(sandbox.environment());
    return Object.fromEntries(
      variables.map(([name, value]) => [name, value.replaceAll(sandbox.url, deadEnd)]),
    );
  });
}
