import { describe, expect, it } from '@jest/globals';
import type { HeldRecord } from '../identity/held-record.js';
import { declaredSources } from '../identity/declared-sources.test-support.js';
import { claimsAfter as claimsAfterBy, claimsLeft as claimsLeftBy, type Said } from './claims-after.js';

const claimsAfter = (records: readonly HeldRecord[], said: Said) => claimsAfterBy(records, said, declaredSources);
const claimsLeft = (records: readonly HeldRecord[], leaving: ReadonlySet<string>) =>
  claimsLeftBy(records, leaving, declaredSources);
const number = '9990000018';
const record = (childId: string, state: 'DISPUTED' | 'ANOTHERS' | 'HELD' = 'DISPUTED'): HeldRecord => ({
  ...{ source: 'waiting-list:XAC01', sourceKey: `${number}~${childId}`, childId, given: childId, family: 'Penhallow' },
  ...{ preferred: null, previousFamily: null, dateOfBirth: '2016-05-05', sex: 'UNKNOWN', postcode: null },
  ...{ received: '2026-11-20T10:00:00.000Z', arrival: 1, formerFamilies: [], deletedOn: null },
  identifiers: state === 'HELD' ? [{ type: 'NHS_NUMBER', value: number }] : [],
  claim: { number, state, withheld: state === 'HELD' ? [] : [{ type: 'NHS_NUMBER', value: number }] },
});
const states = (records: readonly HeldRecord[]) =>
  Object.fromEntries(records.map(({ childId, claim, identifiers }) => [childId, [claim?.state, identifiers.length]]));

describe('a number that two people came under', () => {
  const [a, b, c] = [record('a'), record('b'), record('c')];

  it('is the other’s once a record is said to be none of them', () => {
    const after = claimsAfter([a, b], { childId: 'b', another: true, children: [['a'], ['b']] });
    expect(states(after)).toEqual({ a: ['HELD', 1], b: ['ANOTHERS', 0] });
  });

  it('is both records’ once they are said to be one child', () => {
    const after = claimsAfter([a, b], { childId: 'b', another: false, children: [['a', 'b']] });
    expect(states(after)).toEqual({ a: ['HELD', 1], b: ['HELD', 1] });
  });

  it('is nobody’s while two of three still lay claim to it', () => {
    expect(claimsAfter([a, b, c], { childId: 'b', another: false, children: [['a', 'b'], ['c']] })).toEqual([]);
    const after = claimsAfter([a, b, c], { childId: 'b', another: true, children: [['a'], ['b'], ['c']] });
    expect(states(after)).toEqual({ b: ['ANOTHERS', 0] });
  });

  it('is the third’s where two of three are one child, and that child is said to be none of the others', () => {
    const after = claimsAfter([a, b, c], { childId: 'b', another: true, children: [['a', 'b'], ['c']] });
    expect(states(after)).toEqual({ a: ['ANOTHERS', 0], b: ['ANOTHERS', 0], c: ['HELD', 1] });
  });

  it('is of no concern to records of other numbers, or that came under none', () => {
    const other = { ...record('x'), claim: { number: '9990000026', state: 'DISPUTED' as const, withheld: [] } };
    const after = claimsAfter([a, b, other, { ...record('y'), claim: null }], {
      ...{ childId: 'b', another: true },
      children: [['a', 'x', 'y'], ['b']],
    });
    expect(Object.keys(states(after)).sort()).toEqual(['a', 'b']);
  });

  it('stays with whoever stays when they are parted', () => {
    const held = [record('a', 'HELD'), record('b', 'HELD')];
    expect(states(claimsLeft(held, new Set(['b'])))).toEqual({ b: ['ANOTHERS', 0] });
    expect(claimsLeft([record('a', 'HELD'), { ...record('b'), claim: null }], new Set(['b']))).toEqual([]);
    // Nobody stays under it: of two who leave neither leaves it to the other, nor to what is left of a deleted record.
    const leaving = [record('b', 'HELD'), record('c', 'HELD')];
    expect(claimsLeft([{ ...record('a'), claim: null }, ...leaving], new Set(['b', 'c']))).toEqual([]);
    const gone = { ...record('a', 'HELD'), deletedOn: '2026-11-21' };
    expect(claimsLeft([gone, record('b', 'HELD')], new Set(['b']))).toEqual([]);
  });
});
