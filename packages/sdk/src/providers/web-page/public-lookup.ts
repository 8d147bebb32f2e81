import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIPv4, isIPv6, type LookupFunction } from 'node:net';
import { globalIpv6, specialIpv4, specialIpv6 } from './special-ranges.js';

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** What a refused look-up fails with: it says nothing of the network that was found. */
export const notPublic = 'ERR_ADDRESS_NOT_PUBLIC';

const special4 = toBlockList(specialIpv4, 'ipv4');
const special6 = toBlockList(specialIpv6, 'ipv6');
const global6 = toBlockList([globalIpv6], 'ipv6');

/** True for an ordinary host on the public internet. Anything that is not a plain address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

/**
 * A look-up that answers only when every address of the name is public. The socket connects to the very addresses that
 * were judged: a name that answers differently the next time is judged again before the next connection.
 */
export function createPublicLookup(resolve: Resolve = resolveAll): LookupFunction {
  return (host, options, done) => {
    const fail = (error: NodeJS.ErrnoException) => done(error, []);
    resolve(host)
      .then((found) => {
        if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address))) throw refusal();
        const wanted = found.filter(({ family }) => !options.family || family === toFamily(options.family));
        const [first] = wanted;
        if (!first) throw refusal();
        return { wanted, first };
      })
      .then(({ wanted, first }) => {
        if (options.all) done(null, [...wanted]);
        else done(null, first.address, first.family);
      }, fail);
  };
}

function toFamily(family: number | 'IPv4' | 'IPv6'): number {
  if (typeof family === 'number') return family;
  return family === 'IPv4' ? 4 : 6;
}

function refusal(): NodeJS.ErrnoException {
  return Object.assign(new Error('the name leads into a private network'), { code: notPublic });
}

function resolveAll(host: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

function toBlockList(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}
