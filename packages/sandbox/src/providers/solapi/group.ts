import { isRegistered, type SolapiMessage, toStatusCode } from './message.js';

export interface SolapiGroup {
  readonly groupId: string;
  readonly acceptedAt: Date;
  readonly sendsAt: Date;
  readonly messages: readonly SolapiMessage[];
  readonly cancelledAt?: Date;
}

function toCounts({ messages }: SolapiGroup, at: Date): Record<string, number> {
  const count = (holds: (code: string, message: SolapiMessage) => boolean): number =>
    messages.filter((message) => holds(toStatusCode(message, at), message)).length;
  const registered = messages.filter(isRegistered).length;
  const sentSuccess = count((code) => code === '4000');
  const sentPending = count((code) => code === '2000' || code === '3000');
  return {
    total: messages.length,
    sentTotal: registered,
    sentFailed: registered - sentSuccess - sentPending,
    sentSuccess,
    sentPending,
    sentReplacement: count((code, { replaced }) => replaced && code === '4000'),
    refund: 0,
    registeredFailed: messages.length - registered,
    registeredSuccess: registered,
  };
}

function toGroupStatus(group: SolapiGroup, at: Date): string {
  if (group.cancelledAt) {
    return 'CANCELLED';
  }
  if (at < group.sendsAt) {
    return 'SCHEDULED';
  }
  const isPending = group.messages.some((message) => ['2000', '3000'].includes(toStatusCode(message, at)));
  return isPending ? 'SENDING' : 'COMPLETE';
}

/** A group as `groups/{groupId}` and `groupInfo` show it. */
export function toGroupView(group: SolapiGroup, at: Date): Record<string, unknown> {
  return {
    groupId: group.groupId,
    accountId: 'sandbox',
    status: toGroupStatus(group, at),
    count: toCounts(group, at),
    dateCreated: group.acceptedAt.toISOString(),
    dateSent: group.sendsAt.toISOString(),
  };
}
