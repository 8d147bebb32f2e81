import { KtEventError, ProviderError } from '../../errors/index.js';
import type { Delivery } from '../messenger.js';
import type { NhnTaken } from './nhn-message-answer.js';
import type { createNhnMessageClient, NhnMessageOptions, NhnSaid } from './nhn-message-client.js';
import type { NhnDraft } from './nhn-message-draft.js';
import { toAlimTalkBody, toTextBody } from './nhn-message-wire.js';

const provider = 'nhn';

interface Batch {
  readonly reference: string;
  /** What is there of an earlier attempt. */
  readonly taken: ReadonlyMap<string, NhnTaken>;
  readonly signal: AbortSignal | undefined;
}

/** Sends what is not there yet. One that breaks off after a part is in doubt, whatever broke it off. */
export function createSending(
  { alimTalk, sendNo }: Pick<NhnMessageOptions, 'alimTalk' | 'sendNo'>,
  client: ReturnType<typeof createNhnMessageClient>,
) {
  /** All AlimTalk goes in one request: where one of them is listed, it arrived, and whoever is not was refused. */
  async function sendAlimTalk(
    drafts: readonly NhnDraft[],
    { reference, taken, signal }: Batch,
  ): Promise<Delivery[]> {
    if (drafts.length === 0 || !alimTalk) return [];
    if (drafts.some(({ key }) => taken.get(key)?.kind === 'alimtalk'))
      return drafts.map((draft) => listed(draft, taken.get(draft.key)));
    const body = toAlimTalkBody(drafts, alimTalk, { sendNo, reference });
    const saidOf = await client.sendAlimTalk(body, reference, signal);
    return drafts.map((draft) => toDelivery(draft, saidOf(draft.key)));
  }

  async function sendText(draft: NhnDraft, { reference, taken, signal }: Batch): Promise<Delivery> {
    const earlier = taken.get(draft.key);
    if (earlier) return listed(draft, earlier);
    const body = toTextBody(draft, { sendNo, reference });
    return toDelivery(draft, await client.sendText(draft.textKind, body, signal));
  }

  return async (
    drafts: readonly NhnDraft[],
    reference: string,
    signal?: AbortSignal,
  ): Promise<Delivery[]> => {
    const batch = { reference, taken: await client.find(reference, signal), signal };
    const done: Delivery[] = [];
    try {
      done.push(...(await sendAlimTalk(drafts.filter(isAlimTalk), batch)));
      for (const draft of drafts) if (!isAlimTalk(draft)) done.push(await sendText(draft, batch));
    } catch (error) {
      throw done.some(({ accepted }) => accepted) ? halfway(error) : error;
    }
    return inOrder(drafts, done);
  };
}

export const isAlimTalk = ({ kind }: NhnDraft): boolean => kind === 'alimtalk';

/** Some have gone out, so that the batch cannot be said to have failed: it is looked up before it goes on. */
function halfway(error: unknown): unknown {
  if (!KtEventError.is(error) || error.spec.outcome === 'in_doubt') return error;
  return new ProviderError(
    'PROVIDER_006',
    { provider, reason: `after a part: ${error.code}` },
    { cause: error },
  );
}

function toDelivery({ key, kind, dropped }: NhnDraft, { requestId, refusal }: NhnSaid): Delivery {
  return {
    key,
    accepted: refusal === undefined,
    kind,
    ...(refusal === undefined && requestId !== undefined && { externalId: requestId }),
    ...(refusal !== undefined && { reason: refusal }),
    ...(dropped.length > 0 && { dropped }),
  };
}

/** What is in a list has been taken, whatever became of it later, and as what it was sent then. */
export function listed(draft: NhnDraft, taken: NhnTaken | undefined): Delivery {
  if (!taken) return toDelivery(draft, { refusal: 'not listed' });
  return toDelivery({ ...draft, kind: taken.kind }, { requestId: taken.requestId });
}

function inOrder(drafts: readonly NhnDraft[], done: readonly Delivery[]): Delivery[] {
  const byKey = new Map(done.map((one) => [one.key, one]));
  return drafts.flatMap(({ key }) => byKey.get(key) ?? []);
}
