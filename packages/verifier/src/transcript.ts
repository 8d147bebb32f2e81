/** A draw as it is published, protocol `kt-event-draw/1`. Byte strings are hex. */
export interface Transcript extends Committed {
  readonly anchors: readonly { readonly fingerprint: string; readonly at: string; readonly where: string }[];
  readonly beacon: RoundProof | { readonly secrets: readonly string[] };
  readonly seed: string;
  readonly results: readonly Result[];
  readonly audit: {
    readonly records: readonly AuditRecord[];
    readonly head: string;
    readonly signature: string;
  };
}

/** What was fixed before the randomness existed, and who signed it. */
export interface Committed {
  readonly commitment: Commitment;
  readonly signature: { readonly public_key: string; readonly value: string };
}

export interface Commitment {
  readonly event_id: string;
  readonly entries: number;
  readonly total_weight: number;
  readonly root: string;
  readonly max_weight: number;
  readonly prizes: readonly { readonly id: string; readonly qty: number }[];
  readonly reserves: number;
  readonly beacon: Round | { readonly type: 'witness' | 'operator'; readonly commits: readonly string[] };
  readonly closed_at: string;
  readonly published_at: string;
  readonly excluded?: Readonly<Record<string, number>>;
}

interface Round {
  readonly type: 'drand';
  readonly chain: string;
  readonly round: number;
}

interface RoundProof {
  readonly round: number;
  readonly drand_signature: string;
  readonly chain?: Chain;
}

/** A drand chain other than the public one. */
export interface Chain {
  readonly public_key: string;
  readonly period: number;
  readonly genesis_time: number;
  readonly group_hash: string;
  readonly beacon_id: string;
}

/** An entry in the tree of the list. */
export interface Listed {
  readonly index: number;
  readonly entry_id: string;
  readonly weight: number;
  readonly owner_tag: string;
  readonly path: readonly Step[];
}

export interface Result extends Listed {
  readonly j: number;
  readonly slot: string;
  readonly x: string;
  readonly m: number;
  readonly r: number;
  readonly pos: number;
  readonly start: number;
  readonly leaf: string;
}

/** A neighbour on the way from a leaf to the root. */
export interface Step {
  readonly side: 'L' | 'R';
  readonly hash: string;
  readonly sum: number;
}

interface AuditRecord {
  readonly type: 'COMMIT' | 'DRAW';
  readonly event_id: string;
  readonly at: string;
  readonly commitment_hash: string;
  readonly anchors_sha256?: string;
  readonly results_sha256?: string;
}
