import { describe, expect, it } from 'vitest';
import { codeText } from './code-text.js';
import { clientIndex, codeHash, isSameHash, newCode } from './code-words.js';

const key = Buffer.alloc(32, 1);

describe('a code', () => {
  it('has six digits, zeros included', () => {
    expect(newCode(() => Buffer.alloc(6))).toBe('000000');
    expect(newCode(() => Buffer.from([0, 0, 0, 0, 0, 42]))).toBe('000042');
    expect(newCode(() => Buffer.alloc(6, 255))).toMatch(/^\d{6}$/);
  });

  it('is hashed for its request and its phone', () => {
    const one = { id: 'a', phone: '+821012345678', code: '123456' };
    const hashes = [one, { ...one, id: 'b' }, { ...one, phone: '+821012345679' }, { ...one, code: '123457' }];
    const texts = hashes.map((each) => codeHash(key, each));

    expect(new Set([...texts, codeHash(Buffer.alloc(32, 2), one)]).size).toBe(5);
    expect(isSameHash(texts[0] ?? '', codeHash(key, one))).toBe(true);
    expect(isSameHash(texts[0] ?? '', '')).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:ffff::1', true],
    ['2001:db8:1:2::', '2001:db8:1:2::9', true],
    ['2001:db8:1:2::', '2001:db8:1:3::', false],
    ['2001:db8::1', '2001:db8:0:0:7::', true],
    ['fe80::1%eth0', 'fe80::2', true],
    ['203.0.113.1', '::ffff:203.0.113.1', true],
    ['203.0.113.1', '203.0.113.2', false],
  ])('%s and %s count together: %s', (a, b, together) => {
    expect(clientIndex(key, a) === clientIndex(key, b)).toBe(together);
  });
});

describe('the message', () => {
  it('names the store, in few enough bytes for an SMS', () => {
    expect(codeText('온기커피', '012345')).toBe(
      '[온기커피] 인증번호 012345\n3분 안에 입력하세요. 남에게 알리지 마세요.',
    );
    const longest = codeText('가'.repeat(40), '012345');
    expect([...longest].reduce((sum, each) => sum + (each > '\u007f' ? 2 : 1), 0)).toBeLessThanOrEqual(90);
  });

  it('promotes nothing, and holds no line that a name brings along', () => {
    expect(codeText('대박 할인 매장', '012345')).toMatch(/^\[매장\] /);
    expect(codeText('온기\n커피', '012345')).toMatch(/^\[온기 커피\] /);
  });
});
