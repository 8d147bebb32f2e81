/** Tags that hold code: what the content security policy would block, and what hostile text would need. */
export function tagsWithCode(markup: string): string[] {
  const tags = markup.match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter((tag) => {
    if (/^<script type="module" src="\/assets\/[a-z-]+\.js">$/.test(tag)) return false; // ours, from a file
    const attributes = tag.replace(/"[^"]*"/g, '""');
    return (
      /^<(script|style|iframe|object)/i.test(tag) ||
      /\s(on\w+|style)=/i.test(attributes) ||
      /="\s*javascript:/i.test(tag)
    );
  });
}
