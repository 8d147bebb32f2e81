import { z } from 'zod';

/** The schema whose key is there. */
export function chosenBy<Value>(schemas: Readonly<Record<string, z.ZodType>>): z.ZodType<Value> {
  const keys = Object.keys(schemas);
  return z.unknown().transform((value, context): Value => {
    const key = keys.find((one) => typeof value === 'object' && value !== null && one in value);
    const schema = key === undefined ? undefined : schemas[key];
    if (!schema) {
      context.addIssue({ code: 'custom', message: `Needs one of: ${keys.join(', ')}` });
      return z.NEVER;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data as Value;
    for (const issue of parsed.error.issues)
      context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
    return z.NEVER;
  }) as unknown as z.ZodType<Value>;
}
