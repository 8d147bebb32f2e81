import type { ProviderName } from './provider-name.js';
import type { SandboxResponse } from './response.js';
import type { Shown } from './shown.js';

export interface SandboxRequest {
  readonly method: string;
  /** Below the prefix of the provider: `/v1/messages`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Instant on the virtual clock. */
  readonly at: Date;
}

/** A request whose sender is known and whose outside facts are gathered: all that `handle` may look at. */
export interface AcceptedRequest extends SandboxRequest {
  /** Who calls, in the provider's own terms; never a secret, since it is journaled. */
  readonly principal: string;
  /** What `prepare` learnt. */
  readonly facts: unknown;
}

/**
 * The stand-in of one provider. `handle` alone changes state, in one synchronous go and only from what
 * an {@link AcceptedRequest} holds: that is why a journal of requests is enough to rebuild it.
 */
export interface Provider {
  readonly name: ProviderName;
  /** Says who calls, or throws a `Refusal`. Changes nothing. */
  authenticate(request: SandboxRequest): string;
  /** Looks at the world outside (a picture to download) before anything is decided. Changes nothing. */
  prepare?(request: SandboxRequest): Promise<unknown>;
  changesState(request: SandboxRequest): boolean;
  handle(request: AcceptedRequest): SandboxResponse;
  /** What a customer would now see of it: neither what is under review nor what was taken back. Changes nothing. */
  shown?(at: Date): readonly Shown[];
  /** A fault or a failure in the shape this provider gives it. */
  toErrorResponse(status: number, reason: string): SandboxResponse;
}
