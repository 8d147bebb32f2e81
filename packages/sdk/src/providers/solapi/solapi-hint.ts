import { z } from 'zod';
import type { DealerHint } from '../kakao-dealer.js';

/** Solapi's ids are letters and digits; anything else is not looked up. */
const idSchema = z.string().regex(/^[A-Za-z0-9]{8,64}$/);
const reportSchema = z.object({
  groupId: idSchema.optional().catch(undefined),
  messageId: idSchema.optional().catch(undefined),
});

/** Reports in one call at most. Ours [A]: a batch of 10,000 comes in many calls. */
const mostReports = 1_000;

const none: DealerHint = { batchIds: [], messageIds: [] };

/**
 * Reads a message report. How Solapi signs its calls is not published, so nothing is believed but that these messages
 * may be worth reading again; the address it is sent to must be unguessable. The form of the body, a report or a list of
 * them, is from memory [M].
 */
export function parseSolapiHint(rawBody: Uint8Array): DealerHint {
  const body = parseJson(rawBody);
  const reports = (Array.isArray(body) ? body : [body]).slice(0, mostReports).flatMap((one) => {
    const report = reportSchema.safeParse(one);
    return report.success ? [report.data] : [];
  });
  if (reports.length === 0) return none;
  return {
    batchIds: unique(reports.map(({ groupId }) => groupId)),
    messageIds: unique(reports.map(({ messageId }) => messageId)),
  };
}

function unique(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
