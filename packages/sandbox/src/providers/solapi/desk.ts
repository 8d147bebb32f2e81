import type { AcceptedRequest } from '../../provider.js';
import { seededCode } from '../../seeded.js';
import type { World } from '../../world.js';
import { foreseeFinalCode, isReplaced } from './foresee.js';
import type { SolapiGroup } from './group.js';
import { isRegistered, type SolapiMessage } from './message.js';
import { openingBalanceKrw, toPriceKrw } from './prices.js';
import type { MessageInput } from './read-messages.js';
import { refuseSolapi } from './solapi-error.js';

export interface Desk {
  send(inputs: readonly MessageInput[], options: SendOptions): SolapiGroup;
  findGroup(groupId: string): SolapiGroup | undefined;
  cancel(group: SolapiGroup, at: Date): void;
  /** Newest group first. */
  listMessages(): readonly SolapiMessage[];
  balanceKrw(): number;
}

export interface SendOptions {
  readonly at: AcceptedRequest['at'];
  readonly sendsAt: Date;
  readonly allowDuplicates: boolean;
}

/** Names under which callers put a mark of their own into `customFields`. */
const referenceFields = ['reference', 'clientRef', 'client_ref', 'jobId'];

function toChannel(type: string): string {
  if (type === 'ATA') {
    return 'ALIMTALK';
  }
  return type.startsWith('BMS_') ? 'BRAND_MESSAGE' : 'SMS';
}

const toStamp = (at: Date): string =>
  new Date(at.getTime() + 9 * 3_600_000).toISOString().replaceAll(/\D/g, '').slice(0, 14);

/** Takes messages in: ids, duplicates, money. What becomes of them later follows from the clock. */
export function createDesk(world: World): Desk {
  const groups = new Map<string, SolapiGroup>();
  let balanceKrw = openingBalanceKrw;

  const toId = (kind: 'G4V' | 'M4V', at: Date): string => {
    const number = world.nextNumber(`solapi ${kind}`);
    return `${kind}${toStamp(at)}${seededCode(8, world.seed, kind, number)}${String(number).padStart(8, '0')}`;
  };
  const pay = (input: MessageInput, finalCode: string): string => {
    const priceKrw = toPriceKrw(input.type);
    if (finalCode.startsWith('1')) {
      return finalCode;
    }
    if (priceKrw > balanceKrw) {
      return '1030';
    }
    balanceKrw -= priceKrw;
    return finalCode;
  };
  const publish = ({ groupId, messages, acceptedAt }: SolapiGroup): void => {
    const first = messages.find(isRegistered);
    if (!first) {
      return;
    }
    const field = referenceFields.find((name) => first.customFields[name] !== undefined);
    const reference = field === undefined ? undefined : first.customFields[field];
    world.publish({
      provider: 'solapi',
      channel: toChannel(first.type),
      externalId: groupId,
      ...(reference === undefined ? {} : { reference }),
      at: acceptedAt.toISOString(),
    });
  };

  return {
    send(inputs, { at, sendsAt, allowDuplicates }) {
      const cheapestKrw = Math.min(...inputs.map(({ type }) => toPriceKrw(type)));
      if (cheapestKrw > balanceKrw) {
        refuseSolapi(402, 'NotEnoughBalance', 'The balance is not enough');
      }
      const groupId = toId('G4V', at);
      const seen = new Set<string>();
      const messages = inputs.map((input): SolapiMessage => {
        const isDuplicate = !allowDuplicates && seen.has(input.to);
        seen.add(input.to);
        const finalCode = pay(input, isDuplicate ? '1026' : foreseeFinalCode(input, sendsAt));
        const { kakao: _kakao, ...row } = input;
        const replaced = isReplaced(input, finalCode);
        const costKrw = finalCode.startsWith('1') ? 0 : toPriceKrw(input.type);
        return { ...row, messageId: toId('M4V', at), groupId, acceptedAt: at, sendsAt, finalCode, replaced, costKrw };
      });
      const group = { groupId, acceptedAt: at, sendsAt, messages };
      groups.set(groupId, group);
      publish(group);
      return group;
    },
    findGroup: (groupId) => groups.get(groupId),
    cancel(group, at) {
      group.cancelledAt ??= at;
      balanceKrw += group.messages.reduce((sum, { costKrw }) => sum + costKrw, 0);
    },
    listMessages: () => [...groups.values()].toReversed().flatMap(({ messages }) => messages),
    balanceKrw: () => balanceKrw,
  };
}
