import type { credentials } from './credentials.js';
import type { DeadEnds } from './dead-ends.js';
import type { FaultScript } from './faults/fault-script.js';
import type { ProviderName } from './provider-name.js';
import type { DrandInfo } from './providers/drand/test-chain.js';
import type { Publication } from './publication.js';
import type { RecordedRequest } from './recorder.js';
import type { Shown } from './shown.js';

export interface SandboxOptions {
  /** @defaultValue 0, any free port */
  readonly port?: number;
  /** Loopback is the only place the sandbox listens. @defaultValue '127.0.0.1' */
  readonly host?: '127.0.0.1';
  /** Ids, generated content and the drand key come from it. @defaultValue 'kt-event-sandbox', or the seed of the journal */
  readonly seed?: string;
  /** The clock everything is measured on; the control plane adds an offset to it. */
  readonly now: () => Date;
  /** Makes the sandbox survive `kill -9`: what changes state is written here first and replayed at the next opening. */
  readonly journalPath?: string;
  /** When false, neither scripts nor the `x-sandbox-fault` header do anything. @defaultValue true */
  readonly faults?: boolean;
}

/** Stand-ins for every provider on one loopback port. Close it. */
export interface Sandbox {
  readonly url: string;
  /** Where each provider lives: `http://127.0.0.1:4010/instagram`. */
  readonly baseUrls: Readonly<Record<ProviderName, string>>;
  /** Where no provider lives: to point a client at a name, a port or a TLS server that fails. */
  readonly deadEnds: DeadEnds;
  /** The fixed test credentials it accepts, named as environment variables. */
  readonly credentials: typeof credentials;
  /** The chain of the drand stand-in, as a client must pin it. */
  readonly drandInfo: DrandInfo;
  /** Base URLs and credentials as environment variables, to point a client here. */
  environment(): Record<string, string>;
  /** What customers could see, once per row, oldest first. */
  publications(): readonly Publication[];
  /** What customers see now, in no particular order. */
  shown(): readonly Shown[];
  /** What arrived, without secrets and whole phone numbers, oldest first. */
  requests(provider?: ProviderName): readonly RecordedRequest[];
  /** @throws Error when the sandbox was opened without faults, or the script is not fit. */
  addFault(script: FaultScript): void;
  clearFaults(): void;
  /** Forgets everything, its journal too. The clock keeps its offset. */
  reset(): void;
  close(): Promise<void>;
}
