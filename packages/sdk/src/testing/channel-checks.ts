import { expect } from 'vitest';
import { isCancellation, KtEventError, outcomeOf } from '../errors/index.js';
import {
  type ChannelFault,
  type ChannelSubject,
  type NetworkedSubject,
  optionsFor,
} from './channel-subject.js';

export type ChannelCheck = (subject: ChannelSubject) => Promise<void>;
export type FaultCheck = (subject: NetworkedSubject) => Promise<void>;

const reference = 'abcdefghijklmnopqrstuvwxyz';
/** More than any policy repeats. */
const always = 50;

/** Each rejects when the adapter breaks the promise that names it. */
export const channelChecks: Readonly<Record<string, ChannelCheck>> = {
  'publishes once and says where': async (subject) => {
    const placement = await subject.adapter.publish(subject.post, await optionsFor(subject, reference));

    expect(placement.externalId).not.toBe('');
    expect(subject.published()).toBe(1);
  },

  'can be repeated or looked up, so nothing stays in doubt for ever': async ({ adapter }) => {
    expect(['keyed', 'lookup']).toContain(adapter.idempotency);
    expect(adapter.find !== undefined).toBe(adapter.idempotency === 'lookup');
    expect(adapter.quietMs).toBeGreaterThanOrEqual(0);
  },

  'finds nothing wrong with a post that it takes, and says the same when asked twice': async (subject) => {
    const { adapter, post } = subject;

    expect(adapter.check(post)).toEqual([]);
    expect(adapter.check(post)).toEqual(adapter.check(post));
  },

  'tells where a publication is, if it can be asked': async (subject) => {
    const { adapter, post } = subject;
    if (!adapter.track) return;
    const { externalId } = await adapter.publish(post, await optionsFor(subject, reference));

    const placement = await adapter.track(externalId);

    expect(placement.externalId).toBe(externalId);
    expect(['submitted', 'in_review', 'scheduled', 'published']).toContain(placement.state);
  },

  'takes a publication back without complaint, and once more': async (subject) => {
    const { adapter, post } = subject;
    if (!adapter.withdraw) return;
    const { externalId } = await adapter.publish(post, await optionsFor(subject, reference));

    await adapter.withdraw(externalId, { reference });
    await adapter.withdraw(externalId, { reference });

    expect(adapter.track && (await adapter.track(externalId)).state).toBe(adapter.track && 'withdrawn');
  },

  'names its price in whole won': async ({ adapter, post }) => {
    expect(Number.isInteger(adapter.priceKrw(post))).toBe(true);
    expect(adapter.priceKrw(post)).toBeGreaterThanOrEqual(0);
  },

  'reaches people once when the same reference comes twice': async (subject) => {
    const { adapter, post } = subject;
    if (adapter.idempotency !== 'keyed') return;
    const options = await optionsFor(subject, reference);

    const placements = [await adapter.publish(post, options), await adapter.publish(post, options)];

    expect(placements[1]).toEqual(placements[0]);
    expect(subject.published()).toBe(1);
  },

  'sends nothing once it is cancelled': async (subject) => {
    const options = await optionsFor(subject, reference);
    const publishing = subject.adapter.publish(subject.post, { ...options, signal: AbortSignal.abort() });

    expect(isCancellation(await failureOf(publishing))).toBe(true);
    expect(subject.published()).toBe(0);
  },
};

export const faultChecks: Readonly<Record<string, FaultCheck>> = {
  'reaches people once when the answer is lost': async (subject) => {
    const { adapter, post, network } = subject;
    const options = await optionsFor(subject, reference);
    network.fault('answerLost', 1);

    const first = await adapter.publish(post, options).catch(failure);
    if (adapter.idempotency === 'keyed') await adapter.publish(post, options);
    else expect(outcomeOf(first)).toBe('in_doubt');

    expect(subject.published()).toBe(1);
  },

  'finds what was published when its answer was lost': async (subject) => {
    const { adapter, post, network } = subject;
    if (!adapter.find) return;
    const options = await optionsFor(subject, reference);
    network.fault('answerLost', 1);
    await adapter.publish(post, options).catch(failure);

    const found = await adapter.find(post, options);

    expect(found?.externalId).toBeTruthy();
    expect(subject.published()).toBe(1);
  },

  'finds nothing when nothing arrived': async (subject) => {
    const { adapter, post, network } = subject;
    if (!adapter.find) return;
    const options = await optionsFor(subject, reference);
    network.fault('neverArrived', always);
    await adapter.publish(post, options).catch(failure);

    expect(await adapter.find(post, options)).toBeUndefined();
    expect(subject.published()).toBe(0);
  },

  'tells refused credentials from everything else': (subject) =>
    refusal(subject, 'credentialsRefused', { code: 'AUTH_002', outcome: 'rejected' }),
  'takes a refusal for now as one that may be repeated': (subject) =>
    refusal(subject, 'tooManyRequests', { code: 'PROVIDER_002', outcome: 'rejected' }),
  'is in doubt after a server error': (subject) =>
    refusal(subject, 'serverError', { code: 'PROVIDER_006', outcome: 'in_doubt' }),
  'is in doubt after an answer it cannot read': (subject) =>
    refusal(subject, 'unreadable', { code: 'PROVIDER_004', outcome: 'in_doubt' }),

  'knows that nothing was sent when nobody listens': async ({ post, network, ...subject }) => {
    const options = await optionsFor({ ...subject, post }, reference);
    const error = await failureOf(network.unreachable.publish(post, options));

    expect({ code: codeOf(error), outcome: outcomeOf(error) }).toEqual({
      code: 'PROVIDER_005',
      outcome: 'not_sent',
    });
  },
};

async function refusal(
  subject: NetworkedSubject,
  fault: ChannelFault,
  expected: { readonly code: string; readonly outcome: string },
): Promise<void> {
  const options = await optionsFor(subject, reference);
  subject.network.fault(fault, always);
  const error = await failureOf(subject.adapter.publish(subject.post, options));

  expect({ code: codeOf(error), outcome: outcomeOf(error) }).toEqual(expected);
  expect(subject.published()).toBe(0);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => expect.fail('it was expected to fail'), failure);
}

const failure = (error: unknown): unknown => error;

function codeOf(error: unknown): string {
  return KtEventError.is(error) ? error.code : String(error);
}
