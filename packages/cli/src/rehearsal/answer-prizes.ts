/** What an invented winner does with the link they were sent. Some never answer, so that reserves are seen to follow. */
type Answer = 'claims' | 'declines' | 'is silent';

/** In a fixed order: the same rehearsal has the same winners answer, whenever it is interrupted. */
function answerOf(index: number): Answer {
  if (index % 5 === 3) return 'is silent';
  return index % 5 === 4 ? 'declines' : 'claims';
}

/** The links in messages as they arrived, each once, in order. */
export function linksIn(bodies: readonly string[]): string[] {
  const found = bodies.flatMap((body) => body.match(/\/w\/[\w-]{24}/g) ?? []);
  return [...new Set(found)];
}

/**
 * Every invented winner who has a link and has not answered opens it and sends the form, as a browser would.
 *
 * @param answered - Links that need no answer any more; it grows.
 * @returns true when somebody answered
 */
export async function answerPrizes(
  serverUrl: string,
  links: readonly string[],
  answered: Set<string>,
  signal?: AbortSignal,
): Promise<boolean> {
  let any = false;
  for (const [index, link] of links.entries()) {
    const answer = answerOf(index);
    if (answered.has(link) || answer === 'is silent') continue;
    await send(`${serverUrl}${link}${answer === 'declines' ? '/decline' : ''}`, signal);
    answered.add(link);
    any = true;
  }
  return any;
}

async function send(url: string, signal: AbortSignal | undefined): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: 'handOver=pickup',
    ...(signal && { signal }),
  });
  await response.arrayBuffer();
}
