import { afterEach, beforeEach, expect, it } from 'vitest';
import { createKakaoChannel } from '../providers/kakao-channel/kakao-channel.js';
import { createKtChannel } from '../providers/kt/kt-channel.js';
import { createSolapiDealer } from '../providers/solapi/solapi-dealer.js';
import { channelChecks, faultChecks } from './channel-checks.js';
import { aPost } from './channel-fixtures.js';
import { type NetworkedSubject, withNetwork } from './channel-subject.js';
import { noon, openStandIn, type StandIn, toSubject } from './open-stand-in.js';

/** Adapters broken on purpose: a contract that lets them pass is worth nothing. */

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

function ringTone(): NetworkedSubject {
  const token = standIn.sandbox.credentials.kt.KT_API_TOKEN;
  return withNetwork(
    toSubject(standIn, {
      create: (baseUrl) => createKtChannel({ ...standIn.options(baseUrl), token, channel: 'ringo_biz' }),
      baseUrl: standIn.sandbox.baseUrls.kt,
      provider: 'kt',
      publishPath: '/deploy',
      post: aPost(),
    }),
  );
}

function brandMessage(): NetworkedSubject {
  const { SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER, SOLAPI_PFID } =
    standIn.sandbox.credentials.solapi;
  let salt = 0;
  const create = (baseUrl: string) =>
    createKakaoChannel({
      dealer: createSolapiDealer({
        ...standIn.options(baseUrl),
        apiKey: SOLAPI_API_KEY,
        apiSecret: SOLAPI_API_SECRET,
        sender: SOLAPI_SENDER,
        channelId: SOLAPI_PFID,
        now: () => noon,
        randomBytes: (size) => new Uint8Array(size).fill(salt++),
      }),
      audience: ['01055550001'],
      now: () => noon,
    });
  return withNetwork(
    toSubject(standIn, {
      create,
      baseUrl: standIn.sandbox.baseUrls.solapi,
      provider: 'solapi',
      publishPath: '/messages/v4/send-many/detail',
      post: aPost(),
    }),
  );
}

async function broken(promise: string, subject: NetworkedSubject): Promise<void> {
  const check = channelChecks[promise] ?? faultChecks[promise];
  if (!check) throw new Error(`no such promise: ${promise}`);
  await expect((async () => check(subject))()).rejects.toThrow();
}

it('catches an adapter that ignores the reference', async () => {
  const subject = ringTone();
  let count = 0;
  const { publish } = subject.adapter;
  const adapter = {
    ...subject.adapter,
    publish: ((post, options) =>
      publish(post, { ...options, reference: `own-${count++}` })) as typeof publish,
  };

  await broken('reaches people once when the same reference comes twice', { ...subject, adapter });
  await broken('reaches people once when the answer is lost', { ...subject, adapter });
});

it('catches an adapter that sends again while in doubt', async () => {
  const subject = brandMessage();
  const { publish } = subject.adapter;
  const adapter = {
    ...subject.adapter,
    publish: ((post, options) =>
      publish(post, options).catch(() => publish(post, options))) as typeof publish,
  };

  await broken('reaches people once when the answer is lost', { ...subject, adapter });
});

it('catches an adapter that looks nothing up', async () => {
  const subject = brandMessage();
  const adapter = { ...subject.adapter, find: async () => undefined };

  await broken('finds what was published when its answer was lost', { ...subject, adapter });
});

it('catches an adapter that finds what never arrived', async () => {
  const subject = brandMessage();
  const adapter = {
    ...subject.adapter,
    find: async () => ({ externalId: 'invented', state: 'published' }) as const,
  };

  await broken('finds nothing when nothing arrived', { ...subject, adapter });
});

it('catches an adapter that declares no way out of doubt', async () => {
  const subject = ringTone();

  await broken('can be repeated or looked up, so nothing stays in doubt for ever', {
    ...subject,
    adapter: { ...subject.adapter, idempotency: 'none' },
  });
});

it('catches an adapter that takes nothing back', async () => {
  const subject = ringTone();
  const adapter = { ...subject.adapter, withdraw: async () => undefined };

  await broken('takes a publication back without complaint, and once more', { ...subject, adapter });
});

it('catches an adapter that finds fault with what it publishes', async () => {
  const subject = ringTone();
  const adapter = { ...subject.adapter, check: () => [{ ko: '안 됨', en: 'no' }] };

  await broken('finds nothing wrong with a post that it takes, and says the same when asked twice', {
    ...subject,
    adapter,
  });
});

it('catches an adapter that tells of another publication', async () => {
  const subject = ringTone();
  const track = async () => ({ externalId: 'another', state: 'published' }) as const;

  await broken('tells where a publication is, if it can be asked', {
    ...subject,
    adapter: { ...subject.adapter, track },
  });
});

it('catches an adapter that goes on after a cancellation', async () => {
  const subject = ringTone();
  const { publish } = subject.adapter;
  const adapter = {
    ...subject.adapter,
    publish: ((post, { signal, ...options }) => publish(post, options)) as typeof publish,
  };

  await broken('sends nothing once it is cancelled', { ...subject, adapter });
});

it('catches an adapter that takes every failure for a refusal', async () => {
  const subject = ringTone();
  const adapter = { ...subject.adapter, publish: () => Promise.reject(new TypeError('no')) };

  await broken('tells refused credentials from everything else', { ...subject, adapter });
  await broken('is in doubt after a server error', { ...subject, adapter });
});
