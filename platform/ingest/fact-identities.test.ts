import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Contradiction, FactIdentities } from './fact-identities.js';

interface Row {
  readonly identity: string;
  readonly said: string;
}

/** Slow and obvious: each row against the first of its identity. */
const oracle = (rows: readonly Row[]): Contradiction[] =>
  rows.flatMap(({ identity, said }, at) => {
    const first = rows.findIndex((row) => row.identity === identity);
    return rows[first]?.said === said ? [] : [{ line: at + 2, earlier: first + 2 }];
  });

function found(rows: readonly Row[]): Contradiction[] {
  const identities = new FactIdentities();
  rows.forEach(({ identity, said }, at) => {
    identities.add(identity, said, at + 2);
  });
  return [...identities.contradictions()].sort((a, b) => a.line - b.line);
}

describe('what the rows of a file say of a fact', () => {
  it('contradicts where the first row of it says otherwise', () => {
    const row = fc.record({ identity: fc.constantFrom('a', 'b', 'c', ''), said: fc.constantFrom('K', 'E', 'N') });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(found(rows)).toEqual(oracle(rows));
      }),
    );
  });

  it('is told apart in a file of many', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ identity: `fact ${at}`, said: String(at % 7) }));
    expect(found([...rows, ...rows, { identity: 'fact 12345', said: 'other' }])).toEqual([
      { line: 40_002, earlier: 12_347 },
    ]);
  });
});
