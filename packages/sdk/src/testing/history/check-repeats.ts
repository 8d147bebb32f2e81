import { groupBy, type History, isGranted, type Operation } from './history.js';

/** P6: the same request has one answer, whatever happened in between, and a key never serves another body. */
export function* checkRepeats({ operations }: History): Generator<string> {
  for (const [key, own] of groupBy(operations, (operation) => operation.key)) {
    const granted = own.filter(isGranted);
    const texts = new Set(granted.map(({ answer }) => answer.text));
    if (texts.size > 1) yield `request ${key} got ${texts.size} different answers`;
    const bodies = new Set(granted.map(({ body }) => body));
    if (bodies.size > 1) yield `key ${key} served ${bodies.size} bodies`;
    const knownMs = Math.min(...granted.map(({ returnedMs }) => returnedMs));
    const [body] = bodies;
    for (const operation of own.filter(({ invokedMs }) => invokedMs > knownMs)) {
      if (isWrongRepeat(operation, body)) {
        yield `request ${key} was granted and is now answered ${operation.answer?.kind}`;
      }
    }
  }
}

function isWrongRepeat(operation: Operation, granted: string | undefined): boolean {
  if (!operation.answer || isGranted(operation)) return false;
  return operation.body === granted ? true : operation.answer.kind !== 'key_reused';
}
