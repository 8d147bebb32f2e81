/** Order matters: a token may hold what looks like a phone. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]*/g, '[token]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, '$1 [key]'],
  [/\b(?:sk|pk|rk|key|ghp|xox[abp])[-_][\w-]{12,}/gi, '[key]'],
  [
    /\b(api[-_]?key|access[-_]?token|refresh[-_]?token|client[-_]?secret|secret|password|signature|sig)(["']?\s*[=:]\s*["']?)[^\s"'&,;}]{4,}/gi,
    '$1$2[key]',
  ],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[e-mail]'],
  [/(?<![\w])(?:\+?82[\s.-]?(?:\(0\))?|0)1[016789](?:[\s.-]?\d{3,4})[\s.-]?\d{4}(?!\d)/g, '[phone]'],
  [/(?<![\w])(?:\+?82[\s.-]?(?:\(0\))?|0)(?:2|[3-6]\d|70)[\s.-]\d{3,4}[\s.-]\d{4}(?!\d)/g, '[phone]'],
];

/** Text for a log: phones, e-mail addresses, tokens and keys are gone, and a line break cannot forge a line. */
export function redact(text: string): string {
  const redacted = secrets.reduce((rest, [pattern, label]) => rest.replace(pattern, label), text);
  return redacted.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}
