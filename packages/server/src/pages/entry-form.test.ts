import { describe, expect, it } from 'vitest';
import { phonePattern } from './entry-form.js';

/** As a browser reads the attribute: the whole value must match. */
const pattern = new RegExp(`^(?:${phonePattern})$`, 'v');

describe('the pattern of the phone field', () => {
  it.each([
    '010-1234-5678',
    '01012345678',
    '010 1234 5678',
    '011-234-5678',
    '+821012345678',
    '+82 10-1234-5678',
    '+82 (0)10-1234-5678',
  ])('takes %s', (phone) => {
    expect(phone).toMatch(pattern);
  });

  it.each(['02-123-4567', '031-123-4567', '070-1234-5678', '010-1234', '010-1234-56789', '1588-1234', ''])(
    'stops %s before it is sent',
    (phone) => {
      expect(phone).not.toMatch(pattern);
    },
  );
});
