import { type GraphError, graphErrors, refuseGraph, refuseParameter } from './graph-error.js';
import { type ContainerFate, readSandboxWords, toErrorStatus } from './sandbox-words.js';

type ContainerStatus = 'IN_PROGRESS' | 'FINISHED' | 'PUBLISHED' | 'ERROR' | 'EXPIRED';

export interface ContainerInput {
  readonly kind: 'IMAGE' | 'VIDEO' | 'CAROUSEL_ALBUM';
  readonly product: 'FEED' | 'REELS' | 'STORY';
  readonly caption: string;
  readonly altText: string;
  /** Made to be gathered by a carousel; cannot be published alone. */
  readonly isItem: boolean;
  /** Ids of the gathered containers, in the order in which they are seen. */
  readonly children: readonly string[];
}

export interface Container extends ContainerInput {
  readonly id: string;
  readonly createdAt: Date;
  /** SHA-256 of what was downloaded, of its children for a carousel. */
  readonly hashes: readonly string[];
  publishedAt?: Date;
}

/** A film takes a while to be transcoded; a picture is ready at once. */
const filmReadyMs = 20_000;
const lifetimeMs = 86_400_000;
const fewestChildren = 2;
const mostChildren = 10;

function fateOf({ caption, altText }: ContainerInput): ContainerFate | undefined {
  return readSandboxWords(`${caption}\n${altText}`).fate;
}

/** Where a container stands at an instant. */
function toContainerStatus(container: Container, at: Date): ContainerStatus {
  const { kind, createdAt, publishedAt } = container;
  const ageMs = at.getTime() - createdAt.getTime();
  const fate = fateOf(container);
  if (publishedAt) {
    return 'PUBLISHED';
  }
  if (ageMs >= lifetimeMs || fate?.kind === 'expired') {
    return 'EXPIRED';
  }
  if (fate?.kind === 'stuck' || (kind === 'VIDEO' && ageMs < filmReadyMs)) {
    return 'IN_PROGRESS';
  }
  return fate?.kind === 'error' ? 'ERROR' : 'FINISHED';
}

/** The fields of a container that can be asked for. */
export function toContainerFields(container: Container, at: Date): Record<string, unknown> {
  const { id } = container;
  const state = toContainerStatus(container, at);
  const fate = fateOf(container);
  const isError = state === 'ERROR' && fate?.kind === 'error';
  return { id, status_code: state, status: isError ? toErrorStatus(fate.subcode) : state };
}

/** That a second publishing is refused, and in these words, is from memory. */
const refusalOf: Readonly<Partial<Record<ContainerStatus, GraphError>>> = {
  PUBLISHED: { ...graphErrors.containerUnknown, message: 'The container was published already.' },
  EXPIRED: graphErrors.containerExpired,
  IN_PROGRESS: graphErrors.containerNotReady,
  ERROR: graphErrors.uploadFailed,
};

function checkReady(container: Container, at: Date): void {
  const refusal = refusalOf[toContainerStatus(container, at)];
  if (refusal) {
    refuseGraph(refusal);
  }
}

/** A container may be published once, when it is ready. */
export function checkPublishable(container: Container, at: Date): void {
  checkReady(container, at);
  if (container.isItem) {
    refuseParameter('A carousel item cannot be published alone');
  }
}

/** Two to ten items that are ready. The bounds, and how a wrong item is refused, are from memory. */
export function gatherChildren(
  ids: readonly string[],
  find: (id: string) => Container | undefined,
  at: Date,
): readonly Container[] {
  if (ids.length < fewestChildren || ids.length > mostChildren) {
    refuseParameter(`A carousel has ${fewestChildren} to ${mostChildren} children`);
  }
  return ids.map((id) => {
    const child = find(id) ?? refuseGraph(graphErrors.containerUnknown);
    if (!child.isItem) {
      refuseParameter(`${id} was not made with is_carousel_item`);
    }
    checkReady(child, at);
    return child;
  });
}
