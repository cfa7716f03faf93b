import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AttentionKind, attentionKinds } from '../../../platform/vocabulary/attention-kind.js';
import { morePressing, type Reason, reasonsIn } from './pressing.js';

const days = { first: '2026-11-16', last: '2026-11-20' };
const reason = (kind: AttentionKind, since = '2026-11-16', until: string | null = null): Reason => ({
  ...{ kind, since, from: since, until },
});
const kinds = (facts: readonly Reason[]) => reasonsIn(facts, days).map(({ kind }) => kind);

describe('the reasons of a week', () => {
  it('are those that stand on any of its days that have come', () => {
    expect(kinds([reason('PART_TIME', '2026-11-20'), reason('SUSPENSION', '2026-11-21')])).toEqual(['PART_TIME']);
    expect(kinds([reason('PART_TIME', '2026-11-02', '2026-11-16')])).toEqual([]);
    expect(kinds([reason('PART_TIME', '2026-11-02', '2026-11-17')])).toEqual(['PART_TIME']);
  });

  it('stand from later than they are so since', () => {
    const later = { ...reason('NOT_ATTENDED', '2026-11-12'), from: '2026-11-21' };
    expect(kinds([later])).toEqual([]);
    expect(kinds([{ ...later, from: '2026-11-20' }])).toEqual(['NOT_ATTENDED']);
  });

  it('come the most pressing first, of one kind the eldest', () => {
    const facts = [
      reason('SCHOOL_MOVE'),
      reason('PART_TIME'),
      reason('SUSPENSION', '2026-11-17'),
      reason('SUSPENSION'),
    ];
    expect(reasonsIn(facts, days).map(({ kind, since }) => `${kind} ${since}`)).toEqual([
      ...['SUSPENSION 2026-11-16', 'SUSPENSION 2026-11-17', 'PART_TIME 2026-11-16', 'SCHOOL_MOVE 2026-11-16'],
    ]);
  });
});

describe('children with reasons', () => {
  const child = (childId: string, ...given: readonly Reason[]) => ({ childId, reasons: reasonsIn(given, days) });

  it('come by their most pressing reason, then the next, then by how many, then by the eldest', () => {
    const all = [
      child('e', reason('ATTENDANCE_FELL')),
      child('d', reason('ATTENDANCE_FELL'), reason('SCHOOL_MOVE')),
      child('b', reason('ATTENDANCE_FELL'), reason('PART_TIME')),
      child('c', reason('ATTENDANCE_FELL', '2026-11-09'), reason('SCHOOL_MOVE')),
      child('a', reason('SIXTH_DAY_WITHOUT_PROVISION')),
    ];
    expect(all.sort(morePressing).map(({ childId }) => childId)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('stand in one order, however they come', () => {
    const some = fc.array(
      fc.record({
        childId: fc.constantFrom('a', 'b', 'c', 'd'),
        reasons: fc.array(
          fc.constantFrom(...attentionKinds).map((kind) => reason(kind)),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    );
    fc.assert(
      fc.property(some, (all) => {
        const placed = all.map(({ childId, reasons }) => child(childId, ...reasons));
        const text = (of: typeof placed) => of.map((one) => JSON.stringify(one));
        expect(text([...placed].sort(morePressing))).toEqual(text([...placed].reverse().sort(morePressing)));
      }),
    );
  });
});
