import type { AcceptedRequest } from '../../provider.js';
import type { Publication } from '../../publication.js';
import { seededCode } from '../../seeded.js';
import type { World } from '../../world.js';
import { foreseeFinalCode, isReplaced, toPaidType } from './foresee.js';
import type { SolapiGroup } from './group.js';
import { isRegistered, type SolapiMessage } from './message.js';
import { openingBalanceKrw, toPriceKrw } from './prices.js';
import type { MessageInput } from './read-messages.js';
import { refuseSolapi } from './solapi-error.js';

export interface Desk {
  send(inputs: readonly MessageInput[], options: SendOptions): SolapiGroup;
  findGroup(groupId: string): SolapiGroup | undefined;
  /** Gives the money back; the messages are gone. */
  cancel(group: SolapiGroup, at: Date): SolapiGroup;
  /** Newest group first. */
  listMessages(): readonly SolapiMessage[];
  balanceKrw(): number;
}

interface SendOptions {
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

/** What customers get to see of a group, if any of it was registered. */
function toPublication({ groupId, messages, acceptedAt }: SolapiGroup): Publication | undefined {
  const first = messages.find(isRegistered);
  if (!first) {
    return undefined;
  }
  const reference = referenceFields.map((name) => first.customFields[name]).find(Boolean);
  return {
    provider: 'solapi',
    channel: toChannel(first.type),
    externalId: groupId,
    ...(reference === undefined ? {} : { reference }),
    at: acceptedAt.toISOString(),
  };
}

/** The codes the rows end with, in their order: duplicates in the request are found here. */
function foreseeCodes(inputs: readonly MessageInput[], options: SendOptions): readonly string[] {
  const seen = new Set<string>();
  return inputs.map((input) => {
    const isDuplicate = !options.allowDuplicates && seen.has(input.to);
    seen.add(input.to);
    return isDuplicate ? '1026' : foreseeFinalCode(input, options.sendsAt);
  });
}

/** Money on the account; a row it does not suffice for is refused. */
function createPurse() {
  let balanceKrw = openingBalanceKrw;
  return {
    balanceKrw: () => balanceKrw,
    refund(amountKrw: number) {
      balanceKrw += amountKrw;
    },
    /** The code the row ends with after paying for it. */
    pay(input: MessageInput, finalCode: string): string {
      const priceKrw = toPriceKrw(toPaidType(input, finalCode));
      if (finalCode.startsWith('1')) {
        return finalCode;
      }
      if (priceKrw > balanceKrw) {
        return '1030';
      }
      balanceKrw -= priceKrw;
      return finalCode;
    },
  };
}

/** Takes messages in: ids, duplicates, money. What becomes of them later follows from the clock. */
export function createDesk(world: World): Desk {
  const groups = new Map<string, SolapiGroup>();
  const purse = createPurse();

  const toId = (kind: 'G4V' | 'M4V', at: Date): string => {
    const number = world.nextNumber(`solapi ${kind}`);
    return `${kind}${toStamp(at)}${seededCode(8, world.seed, kind, number)}${String(number).padStart(8, '0')}`;
  };

  return {
    send(inputs, options) {
      const cheapestKrw = Math.min(...inputs.map(({ type }) => toPriceKrw(type)));
      if (cheapestKrw > purse.balanceKrw()) {
        refuseSolapi(402, 'NotEnoughBalance', 'The balance is not enough');
      }
      const times = { acceptedAt: options.at, sendsAt: options.sendsAt };
      const groupId = toId('G4V', options.at);
      const codes = foreseeCodes(inputs, options);
      const messages = inputs.map((input, index): SolapiMessage => {
        const { kakao: _kakao, bytes: _bytes, ...row } = input;
        const finalCode = purse.pay(input, codes[index] ?? '4000');
        const replaced = isReplaced(input, finalCode);
        return { ...row, ...times, messageId: toId('M4V', options.at), groupId, finalCode, replaced };
      });
      const group = { groupId, ...times, messages };
      const publication = toPublication(group);
      groups.set(groupId, group);
      if (publication) {
        world.publish(publication);
      }
      return group;
    },
    findGroup: (groupId) => groups.get(groupId),
    cancel(group, at) {
      const paid = group.messages.filter(isRegistered);
      purse.refund(paid.reduce((sum, { type }) => sum + toPriceKrw(type), 0));
      const cancelled = { ...group, messages: [], cancelledAt: at };
      groups.set(group.groupId, cancelled);
      return cancelled;
    },
    listMessages: () => [...groups.values()].toReversed().flatMap(({ messages }) => messages),
    balanceKrw: purse.balanceKrw,
  };
}
