import { isRecord, type JsonRecord } from '../json.js';
import { isProviderName, providerNames } from '../provider-name.js';
import type { FaultScript } from './fault-script.js';
import { parseFault } from './parse-fault.js';

const settings = ['provider', 'match', 'fault', 'times', 'after', 'probability'];

function require(isFit: boolean, rule: string): void {
  if (!isFit) {
    throw new Error(rule);
  }
}

const isCount = (value: unknown, least: number): boolean =>
  value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && Number(value) >= least);

function checkKeys(record: JsonRecord, known: readonly string[], what: string): void {
  const unknown = Object.keys(record).find((key) => !known.includes(key));
  require(unknown === undefined, `${what} has no setting ${unknown}; there are ${known.join(', ')}`);
}

function parseMatch(match: unknown = {}): NonNullable<FaultScript['match']> {
  if (!isRecord(match)) {
    throw new Error('match is an object with method, path or both');
  }
  checkKeys(match, ['method', 'path'], 'match');
  const { method, path } = match;
  if (method !== undefined && (typeof method !== 'string' || !/^[A-Za-z]+$/.test(method))) {
    throw new Error('match.method is an HTTP method');
  }
  if (path !== undefined && (typeof path !== 'string' || !path.startsWith('/'))) {
    throw new Error('match.path is the start of a path, from the / below the prefix of the provider');
  }
  return { ...(method === undefined ? {} : { method }), ...(path === undefined ? {} : { path }) };
}

function parseHowOften({ times, after, probability }: JsonRecord): Partial<FaultScript> {
  require(times === undefined || isCount(times, 1), 'times is a whole number from 1');
  require(after === undefined || isCount(after, 0), 'after is a whole number from 0');
  require(probability === undefined ||
    (Number(probability) > 0 && Number(probability) <= 1), 'probability is a number above 0 and up to 1');
  return {
    ...(typeof times === 'number' ? { times } : {}),
    ...(typeof after === 'number' ? { after } : {}),
    ...(typeof probability === 'number' ? { probability } : {}),
  };
}

/**
 * Reads a script, from the control plane or from code.
 *
 * @throws Error that says what is wrong with it and what would be right.
 */
export function parseFaultScript(value: unknown): FaultScript {
  if (!isRecord(value) || !isProviderName(value['provider'])) {
    throw new Error(`a fault script names its provider: ${providerNames.join(', ')}`);
  }
  checkKeys(value, settings, 'a fault script');
  return {
    provider: value['provider'],
    match: parseMatch(value['match']),
    fault: parseFault(value['fault']),
    ...parseHowOften(value),
  };
}
