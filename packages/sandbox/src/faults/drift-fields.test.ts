import { describe, expect, it } from 'vitest';
import { driftFields } from './drift-fields.js';
import type { Fault } from './fault.js';

const answer = { id: 'a', count: 2, note: null, tags: [], rows: [{ id: 'b', price: 1.5, name: '' }] };

const drift = (fault: Fault): unknown =>
  JSON.parse(driftFields(Buffer.from(JSON.stringify(answer)), fault).toString());

describe('a schema that drifts', () => {
  it.each<[Fault, object]>([
    [
      { kind: 'null_fields' },
      { id: null, count: null, note: null, tags: [], rows: [{ id: null, price: null, name: null }] },
    ],
    [
      { kind: 'null_fields', field: 'rows' },
      { ...answer, rows: null },
    ],
    [
      { kind: 'null_fields', field: 'id' },
      { ...answer, id: null, rows: [{ ...answer.rows[0], id: null }] },
    ],
    [{ kind: 'missing_optional' }, { id: 'a', count: 2, rows: [{ id: 'b', price: 1.5 }] }],
    [
      { kind: 'missing_optional', field: 'id' },
      { count: 2, note: null, tags: [], rows: [{ price: 1.5, name: '' }] },
    ],
    [{ kind: 'string_numbers' }, { ...answer, count: '2', rows: [{ id: 'b', price: '1.5', name: '' }] }],
    [{ kind: 'hang' }, answer],
  ])('by %j gives %j', (fault, drifted) => {
    expect(drift(fault)).toEqual(drifted);
  });

  it('has a field more in every object', () => {
    expect(drift({ kind: 'extra_fields' })).toMatchObject({
      ...answer,
      sandboxExtra: expect.any(String),
      rows: [{ id: 'b', sandboxExtra: expect.any(String) }],
    });
  });

  it('leaves what is no JSON as it is', () => {
    const sound = Buffer.from([0xff, 0xfb, 0x90]);

    expect(driftFields(sound, { kind: 'null_fields' })).toBe(sound);
  });
});
