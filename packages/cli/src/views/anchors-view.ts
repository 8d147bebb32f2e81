import type { Anchor, AnchorText } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { instantText } from './dates.js';
import { bullet, lines, parts } from './layout.js';

/** What to publish, where, and until when. */
export function anchorTextView({ text, until }: AnchorText, messages: Messages): string {
  const { anchors: words } = messages;
  return parts(
    lines(
      words.publish,
      ...(until === undefined ? [] : [bullet('!', words.until(instantText(until, messages)))]),
    ),
    text,
    bullet('→', words.afterwards),
  );
}

/** Every place, with what it is worth. */
export function anchorsView(
  { added, anchors }: { readonly added?: Anchor; readonly anchors: readonly Anchor[] },
  messages: Messages,
): string {
  const { anchors: words } = messages;
  return parts(
    added && bullet('✔', words.added(added.where)),
    anchors.length === 0
      ? bullet('!', words.none)
      : lines(
          words.title,
          ...anchors.map(({ kind, where, at }) =>
            bullet('·', `${words.kind[kind]}  ${where}  ${instantText(at, messages)}`),
          ),
        ),
    anchors.length > 0 ? bullet('!', words.worth) : undefined,
  );
}
