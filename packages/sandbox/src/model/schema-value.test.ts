import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../seeded.js';
import { createSchemaValue } from './schema-value.js';

const make = (schema: object, seed = 's') => createSchemaValue({ ...schema }, createSeededRandom(seed));

describe('createSchemaValue', () => {
  it('keeps to choices, constants, formats, patterns and lengths', () => {
    expect(['a', 'b']).toContain(make({ enum: ['a', 'b'] }));
    expect(make({ const: 7 })).toBe(7);
    expect(make({ type: 'string', format: 'date' })).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(make({ type: 'string', pattern: '^\\d{2}:\\d{2}$' })).toBe('10:00');
    expect(make({ type: 'string', maxLength: 3 })).toHaveLength(3);
    expect(make({ type: 'string', minLength: 60 })).toHaveLength(60);
  });

  it('keeps numbers within their bounds, for many seeds', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const whole = Number(make({ type: 'integer', minimum: 3, maximum: 5 }, `${seed}`));
      const step = Number(
        make({ type: 'integer', exclusiveMinimum: 0, maximum: 50_000, multipleOf: 1_000 }, `${seed}`),
      );
      const share = Number(make({ type: 'number', minimum: 0, maximum: 1 }, `${seed}`));

      expect([3, 4, 5]).toContain(whole);
      expect(step % 1_000).toBe(0);
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThanOrEqual(50_000);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('fills lists between their bounds and objects with every property', () => {
    const list = make({ type: 'array', minItems: 5, maxItems: 5, items: { type: 'boolean' } });
    const object = make({
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: ['integer', 'null'] } },
    });

    expect(list).toHaveLength(5);
    expect(object).toEqual({ a: expect.any(String), b: expect.any(Number) });
  });

  it('follows references and ends one that turns in a circle', () => {
    const tree = {
      $defs: {
        node: {
          anyOf: [
            { type: 'object', required: ['next'], properties: { next: { $ref: '#/$defs/node' } } },
            { type: 'null' },
          ],
        },
      },
      $ref: '#/$defs/node',
    };

    expect(JSON.stringify(make(tree))).toContain('null');
  });
});
