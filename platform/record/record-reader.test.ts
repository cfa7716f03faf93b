import { describe, expect, it } from '@jest/globals';
import type { Permit } from '../access/permit.js';
import { type Seen, seenChildren } from '../access/seen.js';
import { wholeOrNothing } from '../access/whole-or-nothing.js';
import { Refused } from '../errors/hub-error.js';
import { Domain } from '../vocabulary/domain.js';
import { RecordReader } from './record-reader.js';

const [shown, inPart, strange] = ['1', '2', '3'].map((n) => `0000000${n}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const facts = { asAt: '2026-11-20T00:00:00Z', stale: true, sources: [] };
const verdict = { basis: 'CASELOAD', facets: new Set<never>(), diedOn: null };

interface Row {
  readonly childId: string;
  readonly word: string;
}

function reader({ refused = false }: { readonly refused?: boolean } = {}) {
  const asked: (readonly string[])[] = [];
  const made = new RecordReader(
    { sources: () => Promise.resolve(facts) },
    {
      permit: { refused } as Permit,
      read: (_, children) => {
        asked.push(children);
        if (refused) return Promise.reject(new Refused('Not yours.', {}));
        const decided = new Map([
          [shown, { ...verdict, outcome: 'FULL' as const }],
          [inPart, { ...verdict, outcome: 'REDACTED' as const }],
        ]);
        const rows = [shown, inPart, strange].map((childId): Row => ({ childId, word: 'all' }));
        return Promise.resolve(seenChildren(decided, rows, ({ childId }) => childId));
      },
      tell: (seen: Seen<Row>, childId) =>
        `${childId}: ${seen.outcome === 'FULL' ? (seen.rows[0]?.word ?? '') : 'a part'}`,
      untold: 'nothing',
    },
  );
  return { made, asked };
}

describe('a reader of records', () => {
  it('asks for everyone of one turn at once, and tells each as it was decided', async () => {
    const { made, asked } = reader();
    const told = await Promise.all([shown, inPart, strange].map((id) => made.of(id)));
    expect(told).toEqual([`${shown}: all`, `${inPart}: a part`, 'nothing']);
    expect(asked).toEqual([[shown, inPart, strange]]);
  });

  it('asks for a child once for a request', async () => {
    const { made, asked } = reader();
    await made.of(shown);
    await made.recordOf(shown);
    expect(asked).toHaveLength(1);
  });

  it('never asks the database for what is no id: it is nobody’s', async () => {
    const { made, asked } = reader();
    expect(await made.of('; drop')).toBe('nothing');
    expect(asked).toEqual([[]]);
  });

  it('makes one record of a child who may not be seen and one of whom nothing is held, with the age of the sources', async () => {
    const { made } = reader();
    expect(await made.recordOf(strange)).toEqual({ childId: strange, ...facts });
  });

  it('begins what is asked of the record in the record’s own turn', async () => {
    const { made, asked } = reader();
    const order: string[] = [];
    const told = made.recordOf(shown, () => order.push(`with ${asked.length} read before`));
    expect(order).toEqual(['with 0 read before']);
    await told;
  });

  it('begins nothing of a record that is refused', async () => {
    const { made } = reader({ refused: true });
    const begun: string[] = [];
    await expect(made.recordOf(shown, () => begun.push('read'))).rejects.toThrow(Refused);
    expect(begun).toEqual([]);
  });
});

describe('a reader of copies', () => {
  const copies = (refused: readonly boolean[] = [false, false]) =>
    new RecordReader<Row, string>(
      { sources: () => Promise.resolve(facts) },
      {
        permits: refused.map((one) => ({ refused: one }) as Permit),
        read: (_, children) =>
          Promise.resolve(
            new Map(
              [Domain.EDUCATION, Domain.HEALTH].map((domain, at) => [
                domain,
                seenChildren(
                  // The second owner shares the first child alone.
                  new Map(children.slice(0, 2 - at).map((id) => [id, { ...verdict, outcome: 'FULL' as const }])),
                  children.map((childId) => ({ childId, word: domain })),
                  ({ childId }) => childId,
                ),
              ]),
            ),
          ),
        tell: (seen) => seen.flatMap((one) => wholeOrNothing(one).map(({ word }) => word)).join(' and '),
        untold: 'nothing',
      },
    );

  it('tells of each child what each owner shares, in the order of the permits', async () => {
    const made = copies();
    expect(await Promise.all([shown, inPart, strange].map((id) => made.of(id)))).toEqual([
      'EDUCATION and HEALTH',
      'EDUCATION',
      '',
    ]);
  });

  it('begins nothing alongside only where every owner refuses', async () => {
    const begun: string[] = [];
    await copies([true, false]).of(shown, () => begun.push('of the other'));
    await copies([true, true]).of(shown, () => begun.push('of none'));
    expect(begun).toEqual(['of the other']);
  });
});
