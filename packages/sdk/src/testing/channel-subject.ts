import type { ChannelAdapter, ChannelPost, PublishOptions } from '../providers/channel.js';

/** What can go wrong with the request that publishes. */
export type ChannelFault =
  /** The work is done and the answer is lost. */
  | 'answerLost'
  /** The connection breaks before the request is read. */
  | 'neverArrived'
  | 'credentialsRefused'
  | 'tooManyRequests'
  | 'serverError'
  /** A page of HTML with status 200. */
  | 'unreadable';

interface ChannelNetwork {
  /** Strikes the next `times` requests that publish. */
  fault(fault: ChannelFault, times: number): void;
  /** The same adapter, calling a port where nobody listens. */
  readonly unreachable: ChannelAdapter;
}

/** An adapter with a stand-in of its provider. */
export interface ChannelSubject {
  readonly adapter: ChannelAdapter;
  readonly post: ChannelPost;
  /** How many times people were reached, by the stand-in's own books. */
  published(): number;
  /** Absent for an adapter that speaks to nobody. */
  readonly network?: ChannelNetwork;
  close(): Promise<void>;
}

export type NetworkedSubject = ChannelSubject & { readonly network: ChannelNetwork };

/** @throws Error for a subject without a network: the contract was called wrongly. */
export function withNetwork(subject: ChannelSubject): NetworkedSubject {
  const { network } = subject;
  if (!network) throw new Error('this subject has no network');
  return { ...subject, network };
}

/** Prepares, if the adapter asks for it, and says how to publish. */
export async function optionsFor(
  { adapter, post }: Pick<ChannelSubject, 'adapter' | 'post'>,
  reference: string,
): Promise<PublishOptions> {
  return { reference, handle: await adapter.prepare?.(post) };
}
