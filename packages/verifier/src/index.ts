// What a customer may build on: the checks, and the files that a server hands out.

export { type Level, levelOf } from './beacon.js';
export { type Check, type CheckId, checkIds } from './check.js';
export { checkDraw, type Verdict, verdictOn } from './check-draw.js';
export { browserFiles } from './files.js';
export { type Primitives, portable, primitivesOf, webCrypto } from './primitives.js';
export { checkReceipt, isReceipt, type Receipt, type ReceiptCheck, readReceipt } from './receipt.js';
export type { Committed, Listed, Transcript } from './transcript.js';
export { isCommitted, isTranscript } from './transcript-shape.js';
export { isVoidDraw, isVoidRecord, type SignedVoid } from './void.js';
