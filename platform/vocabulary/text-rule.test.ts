import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultOfText } from './text-rule.js';

describe('what a text may be', () => {
  it('is counted in characters, in every script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, longest) => {
        const tooLong = Array.from(text).length > longest;
        expect(faultOfText(text, longest) === 'too-long').toBe(tooLong);
      }),
    );
    expect(faultOfText('\u{1F642}'.repeat(10), 10)).toBeNull();
    expect(faultOfText('\u{1F642}'.repeat(11), 10)).toBe('too-long');
  });

  it('has no character that is not seen and changes what is', () => {
    for (const code of [0x00, 0x07, 0x1b, 0x7f, 0x85, 0x202e, 0x2066, 0xfffa, 0xd800, 0xdfff])
      expect(faultOfText(`Ada${String.fromCharCode(code)}`, 100)).toBe('hidden-characters');
  });

  it('has the letters and white space that people write', () => {
    for (const text of ['Zoë-Änne O’Neill', 'محمد', '王小明', 'one line\nand another\tafter a tab', '\u{1F642}', ''])
      expect(faultOfText(text, 100)).toBeNull();
  });
});
