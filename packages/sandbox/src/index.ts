export type { Fault, FaultKind } from './faults/fault.js';
export type { FaultScript } from './faults/fault-book.js';
export { openSandbox } from './open-sandbox.js';
export type { ProviderName } from './provider-name.js';
export { providerNames } from './provider-name.js';
export type { DrandInfo } from './providers/drand/test-chain.js';
export type { Publication } from './publication.js';
export type { RecordedRequest } from './recorder.js';
export type { Sandbox, SandboxOptions } from './sandbox.js';
