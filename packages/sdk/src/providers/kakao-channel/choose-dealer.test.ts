import { afterEach, beforeEach, expect, it } from 'vitest';
import { composeProviders } from '../../compose-providers.js';
import { createGotHttp } from '../../http/got-http.js';
import { readProviderSettings } from '../../provider-settings.js';
import { aPost } from '../../testing/channel-fixtures.js';
import { noon, openStandIn, type StandIn } from '../../testing/open-stand-in.js';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

const unused = () => Promise.reject(new Error('not asked for'));

/** The Kakao channel of a client with these variables. */
function channelOf(environment: Readonly<Record<string, string | undefined>>) {
  const providers = composeProviders({
    settings: readProviderSettings(environment),
    kakaoAudience: ['01055550001'],
    http: createGotHttp(),
    now: () => noon,
    sleep: async () => undefined,
    random: () => 0,
    onEvent: () => undefined,
    elapsedMs: () => 0,
    secrets: { read: unused, write: unused },
    tokens: { read: unused, write: unused },
  });
  const [channel] = providers.channels(['kakao_channel'], { write: unused, read: unused });
  return channel;
}

const noChannel = {
  SOLAPI_PFID: '',
  SOLAPI_TEMPLATE_WINNER: '',
  SOLAPI_TEMPLATE_REMINDER: '',
  SOLAPI_TEMPLATE_VOID: '',
};

it.each([
  ['Solapi where both could send', {}, 'solapi'],
  ['NHN Cloud where Solapi has no channel', noChannel, 'nhn'],
])('goes through %s', async (_what, over, provider) => {
  const channel = channelOf({ ...standIn.sandbox.environment(), ...over });

  const placement = await channel?.publish(aPost(), { reference: 'r1' });

  expect(channel).toMatchObject({ provider, mode: 'sandbox' });
  expect(standIn.sandbox.publications()).toMatchObject([{ provider, externalId: placement?.externalId }]);
});

it('stays on this machine without any dealer', () => {
  const kept = Object.entries(standIn.sandbox.environment()).filter(([name]) => !name.startsWith('NHN_'));

  expect(channelOf({ ...Object.fromEntries(kept), ...noChannel })?.mode).toBe('local');
});

it('complains when only some variables of NHN Cloud are there', () => {
  const environment = { ...standIn.sandbox.environment(), NHN_SENDER_KEY: undefined };

  expect(() => channelOf(environment)).toThrowError(
    expect.objectContaining({
      code: 'AUTH_001',
      context: { provider: 'NHN Cloud', variables: 'NHN_SENDER_KEY' },
    }),
  );
});

it('calls the address of NHN Cloud that has been valid since September 2026', () => {
  const { NHN_KAKAO_BASE_URL, ...rest } = standIn.sandbox.environment();

  expect(readProviderSettings(rest).nhn).toMatchObject({
    baseUrl: 'https://kakaotalk-bizmessage.api.nhncloudservice.com',
    mode: 'live',
  });
});
