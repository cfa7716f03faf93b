import { describe, expect, it } from '@jest/globals';
import { Random } from '../random.js';
import { drawNamesGiven } from './names-given.js';
import { Ranked } from '../names/ranked.js';
import type { TrueChild } from './person.js';

const names = new Ranked(['Ali', 'Bilal', 'Muhammad', 'Bashir', 'Omar'], 1);
const pool = { girls: names, boys: names, surnames: names, joinsSurnames: false, muhammadFirst: true };
const sibling = (given: string) => ({ given, second: '' }) as TrueChild;
const drawn = (siblings: readonly TrueChild[], twin: TrueChild | null, sex: 'F' | 'M') =>
  Array.from({ length: 300 }, (_, seed) => drawNamesGiven(new Random(seed), pool, sex, siblings, twin));

describe('the names parents give', () => {
  it('are none that a brother or sister has', () => {
    const given = new Set(drawn([sibling('Ali'), sibling('Omar')], null, 'F').map((one) => one.given));
    expect([...given].sort()).toEqual(['Bashir', 'Bilal']);
  });

  it('are Muhammad first for some boys, with the name called by second, but never for two brothers', () => {
    const first = drawn([], null, 'M').filter(({ given }) => given === 'Muhammad');
    expect(first.length).toBeGreaterThan(30);
    expect(first.filter(({ second }) => second === '' || second === 'Muhammad')).toEqual([]);
    expect(drawn([sibling('Muhammad')], null, 'M').filter(({ given }) => given === 'Muhammad')).toEqual([]);
  });

  it('begin alike for twins more often than for others', () => {
    const twin = sibling('Bilal');
    const alike = (of: readonly { readonly given: string }[]) => of.filter(({ given }) => given === 'Bashir').length;
    expect(alike(drawn([twin], twin, 'F'))).toBeGreaterThan(alike(drawn([twin], null, 'F')) + 30);
  });
});
