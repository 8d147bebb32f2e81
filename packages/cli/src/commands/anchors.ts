import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { anchorsView, anchorTextView } from '../views/anchors-view.js';

export interface AnchorFlags {
  /** Where a person has made the commitment public. */
  readonly post?: string;
  readonly list?: boolean;
}

/** Shows what to publish; with `--post`, reads where it was published. */
export async function anchor(
  { ktEvent, output, messages, signal }: CommandContext,
  name: string,
  { post, list = false }: AnchorFlags,
): Promise<void> {
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  if (list) return output.result({ anchors: await client.anchors(id) }, anchorsView);
  if (post === undefined) return output.result(await client.anchorText(id), anchorTextView);
  const added = await output.task(messages.tasks.run, () => client.anchorPost(id, post, { signal }));
  output.result({ added, anchors: await client.anchors(id) }, anchorsView);
}
