import type { Brief } from '../schema/brief.js';
import type { Processor } from '../schema/processor.js';
import type { AnnouncementFacts, Facts, FormFacts, ProcessorFacts } from './facts.js';

/** What our own pages do, whatever the brief: tests hold the pages to it. */
export function ownPages({
  entry,
  processors = [],
}: Brief): Pick<Facts, 'form' | 'announcement' | 'processors'> {
  return {
    form: entryForm(entry),
    announcement: entry.mechanic === 'lottery' ? drawPage : undefined,
    processors: processors.map(toProcessorFacts),
  };
}

function entryForm(entry: Brief['entry']): FormFacts {
  const firstCome = { serverClock: true, exactStock: true, remainingShown: true, onePerPerson: true };
  return {
    notices: ['purpose', 'items', 'retention', 'refusal'],
    fields: ['name', 'phone', 'consent', 'marketingConsent', 'overFourteen'],
    tickedInAdvance: false,
    marketing: { separate: true, required: false },
    minimumAge: 14,
    guardianFlow: false,
    emphasised: true,
    asksFriendsPhone: false,
    visitProof: visitProofOf(entry),
    locationReported: false,
    withdrawal: 'as_easy',
    recipients: [],
    ...(entry.mechanic === 'first_come' && { firstCome }),
  };
}

/** We never ask where somebody is. */
function visitProofOf(entry: Brief['entry']): FormFacts['visitProof'] {
  if (entry.mechanic !== 'lottery' || entry.visitBonus === 0) return 'none';
  return entry.visitProof === 'receipt' ? 'receipt' : 'code';
}

const drawPage: AnnouncementFacts = { entryCount: true, method: true, proof: true, maskedWinners: true };

/** Everybody listed is named to each entrant, with the task. What the store did not say is not held against it. */
function toProcessorFacts({ name, task, ...said }: Processor): ProcessorFacts {
  return {
    name,
    task: kindOf(task),
    contract: said.contract ?? true,
    disclosed: true,
    subjectsNotified: true,
    subProcessor: said.storeAgreed !== undefined,
    storeAgreed: said.storeAgreed ?? true,
    certifiedSender: said.certifiedSender ?? false,
    country: said.country ?? 'KR',
    overseasNotice: said.overseasNotice ?? false,
  };
}

function kindOf(task: string): ProcessorFacts['task'] {
  const advertises = /광고|홍보|마케팅/.test(task);
  const writes = /문자|메시지|발송|알림/.test(task);
  if (advertises) return writes ? 'bulk_text_ads' : 'marketing';
  return writes ? 'messaging' : 'hosting';
}
