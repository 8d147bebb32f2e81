export {
  type Canaries,
  type CanaryScanner,
  createCanaryScanner,
  findCanaries,
  phoneCanaries,
  scanFolder,
} from './canaries.js';
export { canariesOfPeople, canaryPeople } from './canary-people.js';
export { inEveryForm } from './canary-play.js';
export { type ContractOptions, channelAdapterContract } from './channel-contract.js';
export { aPost, aPostImage } from './channel-fixtures.js';
export type { ChannelFault, ChannelSubject } from './channel-subject.js';
export { aDrawEntry, type DrawCase, drawCase, publicRound, randomDrawCases } from './draw-cases.js';
export { aCommitment, aTranscript } from './draw-fixtures.js';
export {
  aBrief,
  aCampaign,
  aCampaignId,
  aConcept,
  aFirstComeBrief,
  aNotice,
  anEffectIntent,
  anEntryInput,
  anInsight,
  anInstant,
  aPlan,
  aPublication,
  aReport,
  aSchedule,
  aSealedEntry,
} from './fixtures.js';
export { checkHistory } from './history/check-history.js';
export type { Aftermath, Answer, History, Operation, Violation } from './history/history.js';
export { type Mutant, mutantsOf } from './mutants.js';
export { quickMakers } from './quick-makers.js';
export type { StoreCase } from './store-cases/store-case.js';
export { storeCases, storeContract } from './store-contract.js';
