import { BugError } from '../errors/index.js';
import type { Brief } from '../schema/brief.js';
import type { Concept, ConceptId } from '../schema/plan.js';
import type { Knowledge } from './knowledge.js';
import type { BaseRow, Method } from './knowledge-schema.js';

/** How people take part in one concept. */
export interface MethodMix {
  readonly method: Concept['method'];
  /** The part of it that happens in the store, whose rate counts. */
  readonly inStore: Method;
}

export const leads = ['qr_form', 'visit_code', 'reservation'] as const;
/** What our entry page really carries out, see below. */
export type Lead = (typeof leads)[number];
type Assignment = Readonly<Record<ConceptId, Lead>>;

/**
 * Methods of the knowledge base that our entry page really carries out: a form behind a QR code, a code of the day
 * shown in the store, and the same form reached online beforehand. The others would promise what nobody checks.
 */
const withVisitBonus: Assignment = { safe: 'qr_form', balanced: 'visit_code', bold: 'reservation' };
const withoutVisitBonus: Assignment = { safe: 'qr_form', balanced: 'reservation', bold: 'visit_code' };

interface MethodInput {
  readonly brief: Brief;
  readonly base: BaseRow;
  readonly knowledge: Knowledge;
  /** Chosen by somebody else. @defaultValue what practice prefers */
  readonly lead?: Lead | undefined;
}

export function methodMixOf(
  role: ConceptId,
  { brief, base, knowledge, lead: chosen }: MethodInput,
): MethodMix {
  const bonus = brief.entry.mechanic === 'lottery' && brief.entry.visitBonus > 0;
  const usual = preferring(base.methods, bonus ? withVisitBonus : withoutVisitBonus)[role];
  const lead = chosen ?? usual;
  const inStore = inStoreOf(lead, bonus);
  const own = methodOf(knowledge, lead);
  const store = methodOf(knowledge, inStore);
  return { method: { id: own.id, name: nameOf(lead, inStore), inStore: store.id }, inStore: store };
}

function inStoreOf(lead: Lead, bonus: boolean): InStore {
  if (lead !== 'reservation') return lead;
  return bonus ? 'visit_code' : 'qr_form';
}

type InStore = Exclude<Lead, 'reservation'>;

/** What people do, in the words of the entry page. */
const names: Readonly<Record<Lead, string>> = {
  qr_form: '매장 QR을 찍고 응모',
  visit_code: '매장에서 방문코드를 넣고 응모',
  reservation: '미리 신청하거나 매장 QR로 응모',
};

function nameOf(lead: Lead, inStore: InStore): string {
  const meets = lead === 'reservation' && inStore === 'visit_code';
  return meets ? '미리 신청하고 매장에서 방문코드 확인' : names[lead];
}

/** The method that practice prefers for this trade and objective goes to the balanced concept. */
function preferring(preferred: readonly string[], assignment: Assignment): Assignment {
  const roles: readonly ConceptId[] = ['safe', 'bold'];
  const holder = roles.find((role) => preferred[0] === assignment[role]);
  if (!holder) return assignment;
  return { ...assignment, balanced: assignment[holder], [holder]: assignment.balanced };
}

function methodOf({ methods }: Knowledge, id: string): Method {
  const method = methods.find((row) => row.id === id);
  if (!method) throw new BugError('BUG_001', { reason: `the knowledge base has no method ${id}` });
  return method;
}
