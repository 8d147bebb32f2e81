export {
  aBrief,
  aCampaign,
  aCampaignId,
  aCommitment,
  aConcept,
  aFirstComeBrief,
  aNotice,
  anEffectIntent,
  anEntryInput,
  anInsight,
  anInstant,
  aPlan,
  aPublication,
  aSchedule,
  aSealedEntry,
  aTranscript,
} from './fixtures.js';
export type { StoreCase } from './store-cases/store-case.js';
export { storeCases, storeContract } from './store-contract.js';
