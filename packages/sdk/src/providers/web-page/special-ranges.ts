/**
 * Addresses that are not an ordinary host on the public internet: private, loopback, link-local, shared, for
 * documentation and tests, relays, multicast and reserved. Whole blocks are refused, also where single addresses in
 * them are reachable: no web page lives there.
 *
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and later), as known 2026-11 [M].
 */
export const specialIpv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** The only block from which public unicast addresses are given out. Source: RFC 4291, IANA IPv6 address space. */
export const globalIpv6 = ['2000::', 3] as const;

/** Special blocks inside of it. An IPv4 address within an IPv6 one (mapped, NAT64) lies outside: it could be any. */
export const specialIpv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];
