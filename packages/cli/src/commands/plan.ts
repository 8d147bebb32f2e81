import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  AuthError,
  type Brief,
  type BusinessCheck,
  type ConceptId,
  chosenConcept,
  type KtEvent,
  type Plan,
  StoreError,
} from '@kt-event/sdk';
import { type Edit, editCampaign, parseEdit } from '../campaign-file/edit-campaign.js';
import { withCampaignFile } from '../campaign-file/with-campaign-file.js';
import type { CommandContext } from '../context.js';
import { figuresView } from '../views/figures-view.js';
import { planView } from '../views/plan-view.js';

export interface PlanFlags {
  readonly offline?: boolean;
  readonly choose?: ConceptId;
  /** Draws between concepts worth nearly the same. */
  readonly explore?: boolean;
  /** `key=value`, any number of them. */
  readonly set?: readonly string[];
  /** What was chosen and changed goes into the file. */
  readonly write?: boolean;
  readonly explain?: boolean;
}

/** Every change is reckoned and judged anew; the file stays as it is unless it is to be written. */
export async function plan(context: CommandContext, file: string, flags: PlanFlags): Promise<void> {
  const { output, messages, cwd, signal } = context;
  const ktEvent = await context.ktEvent();
  const path = resolve(cwd, file);
  const edits = editsOf(flags);
  const proposed = await withCampaignFile(
    path,
    async (brief, text) => {
      const [plan, business] = await output.task(messages.tasks.plan, () =>
        Promise.all([
          ktEvent.plan(brief, { offline: flags.offline, explore: flags.explore, signal }),
          flags.offline ? undefined : registrationOf(context, ktEvent, brief),
        ]),
      );
      if (flags.write) await save(path, editCampaign(text, chosenEdits(flags, brief, plan)));
      return { ...plan, ...(business && { business }) };
    },
    (text) => editCampaign(text, edits),
  );
  output.result(proposed, flags.explain ? figuresView : planView);
  if (flags.write) output.note(messages.plan.written(file));
  else if (edits.length > 0 || flags.explore) output.note(messages.plan.unwritten);
}

/** A plan does not wait for a key to be put right: who asked is told, and the plan says that nobody has answered. */
async function registrationOf(
  { messages, output, signal }: CommandContext,
  ktEvent: KtEvent,
  brief: Brief,
): Promise<BusinessCheck> {
  try {
    return await ktEvent.checkBusiness(brief, { signal });
  } catch (error) {
    if (!(error instanceof AuthError && error.code === 'AUTH_002')) throw error;
    output.note(messages.check.keyRefused);
    return { businessNumber: brief.store.businessNumber, status: 'unverified', mode: undefined };
  }
}

function editsOf({ choose, set = [] }: PlanFlags): Edit[] {
  return [...set.map(parseEdit), ...(choose ? [{ path: 'concept', value: choose }] : [])];
}

/**
 * The prizes of a chosen concept go into the file, where a person can change them; those of the person stay. What was
 * drawn is written by its name: drawing again could give another.
 */
function chosenEdits({ choose, explore }: PlanFlags, brief: Brief, plan: Plan): Edit[] {
  const drawn = explore ? [{ path: 'concept', value: plan.chosen }] : [];
  if (!(choose || explore) || brief.prizes) return drawn;
  const value = chosenConcept(plan).prizes.map(({ name, valueKrw, costKrw, quantity }) => ({
    name,
    valueKrw,
    costKrw,
    quantity,
  }));
  return [...drawn, { path: 'prizes', value }];
}

/** Whoever reads the file sees the old or the new one, never half of it. */
async function save(path: string, text: string): Promise<void> {
  const half = `${path}.new`;
  try {
    await writeFile(half, text);
    await rename(half, path);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unwritable';
    throw new StoreError('STORE_005', { reason }, { cause });
  }
}
