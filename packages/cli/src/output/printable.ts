/** Control characters in a provider's or a person's text could move the cursor or rewrite what stands above. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}
