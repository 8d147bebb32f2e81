import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.js';

describe('qrPath', () => {
  it('draws a short address in 25 modules or fewer, the same way each time', () => {
    const path = qrPath('https://on.example/e/a');
    expect(path.modules).toBeLessThanOrEqual(25);
    expect(qrPath('https://on.example/e/a')).toEqual(path);
  });

  it('begins with the finder pattern of the top left corner', () => {
    expect(qrPath('https://on.example/e/a').d.startsWith('M0 0h7v1h-7z')).toBe(true);
  });

  it('refuses an address that no code can hold', () => {
    const attempt = () => qrPath(`https://on.example/${'a'.repeat(3000)}`);
    expect(attempt).toThrowError(expect.objectContaining({ code: 'USER_022' }));
  });
});
