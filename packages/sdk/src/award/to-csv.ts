/** What a spreadsheet would take for a formula. Source: OWASP, CSV injection. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A table that Korean Excel opens as it is meant: with a byte order mark, line ends of Windows, every field quoted. A
 * field that begins like a formula gets an apostrophe, and so does what is all digits: a phone keeps its leading zero.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(toField).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function toField(value: string): string {
  const text = value.replaceAll('\0', '').replace(/\r\n?|\n/g, ' ');
  const isRisky = formulaStart.test(value.trimStart()) || formulaStart.test(value);
  const safe = isRisky || /^0\d+$|^\d{12,}$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
