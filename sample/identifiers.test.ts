import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { areaChildren } from './area-children.js';
import { Identifiers, nhsNumber, upn } from './identifiers.js';
import { stories } from './story/stories.js';

/** Written the long way from domain.md §1.7, apart from the subject. */
function upnHolds(value: string): boolean {
  if (!/^[A-HJ-NP-RT-Z]\d{12}$/.test(value)) return false;
  let sum = 0;
  for (let place = 2; place <= 13; place++) sum += Number(value.charAt(place - 1)) * place;
  return 'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23) === value.charAt(0);
}

/** Tries every check digit: modulus 11 holds where the weighted sum of all ten is a multiple of 11. */
function nhsNumberHolds(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false;
  let sum = 0;
  for (let place = 0; place < 10; place++) sum += Number(value.charAt(place)) * (10 - place);
  return sum % 11 === 0;
}

describe('identifiers', () => {
  it('knows the published vectors', () => {
    expect(['B801200005001', 'P207000016049', 'R674123101121'].every(upnHolds)).toBe(true);
    expect(['A801200005001', 'B207000016049', 'I801200005001'].some(upnHolds)).toBe(false);
    expect(['9000000009', '9449305552', '9691914913', '9876543210'].every(nhsNumberHolds)).toBe(true);
    expect(['9876543211', '1234567890', '987654321'].some(nhsNumberHolds)).toBe(false);
  });

  it('gives UPNs of our council with the right check letter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 2000, max: 2099 }),
        fc.nat(999),
        (e, y, s) => {
          const value = upn(String(e), y, s);
          return upnHolds(value) && value.slice(1, 4) === '990';
        },
      ),
    );
  });

  it('gives NHS numbers of the test range 999, and none where modulus 11 has no digit', () => {
    fc.assert(
      fc.property(fc.nat(999_999), (serial) => {
        const value = nhsNumber(serial);
        const digits = `999${String(serial).padStart(6, '0')}`;
        const possible = Array.from('0123456789')
          .map((check) => digits + check)
          .filter(nhsNumberHolds);
        return value === null ? possible.length === 0 : possible.includes(value);
      }),
    );
  });

  it('never hands out the same identifier twice', () => {
    const identifiers = new Identifiers();
    const given = Array.from({ length: 20_000 }, () => identifiers.nextNhsNumber());
    expect(new Set(given).size).toBe(given.length);
    const upns = Array.from({ length: 500 }, () => identifiers.nextUpn('2001', 2020));
    expect(new Set(upns).size).toBe(upns.length);
  });

  it('are right on every record of every agency, and no two children share one', () => {
    const asAt = '2026-11-20';
    const told = stories(asAt).map((story) => story.child);
    const owners = new Map<string, string>();
    for (const child of [...told, ...areaChildren(1500, 3, asAt, 1500)]) {
      const records = [child.atSchool, child.inCare, child.inHealth];
      const upns = [child.formerUpn || null, ...records.map((record) => record.upn)].filter((value) => value !== null);
      const nhsNumbers = records.map((record) => record.nhsNumber).filter((value) => value !== null);
      expect(upns.filter((value) => !upnHolds(value))).toEqual([]);
      expect(nhsNumbers.filter((value) => !nhsNumberHolds(value) || !value.startsWith('999'))).toEqual([]);
      for (const value of [...upns, ...nhsNumbers]) {
        expect(owners.get(value) ?? child.key).toBe(child.key);
        owners.set(value, child.key);
      }
    }
  });
});
