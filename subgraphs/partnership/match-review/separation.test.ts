import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HeldRecord } from '../identity/held-record.js';
import type { Resolver } from '../identity/resolve.js';
import { eldestFirst, type Parting, separate, type Waiting } from './separation.js';
import type { PastDecision } from './stored-review.js';

/** A record of one person: who it truly is of is its family name. */
const record = (childId: string, family: string, arrival: number): HeldRecord => ({
  childId,
  family,
  arrival,
  source: 'test',
  sourceKey: `${childId}/${String(arrival)}`,
  given: null,
  preferred: null,
  previousFamily: null,
  formerFamilies: [],
  dateOfBirth: null,
  sex: 'UNKNOWN',
  postcode: null,
  identifiers: [],
  received: '2026-11-20T00:00:00Z',
  deletedOn: null,
});

/** Knows the truth, and asks a person about whoever is called `?`. */
const truthful: Resolver = {
  decide({ family }, candidates) {
    const home = candidates.find(({ records }) => records.some((one) => one.family === family));
    if (family === '?') {
      const suggestions = candidates.map(({ childId }) => ({ childId, score: 0.9, evidence: [] }));
      return { kind: 'REVIEW', reviewKind: 'UNCERTAIN', candidates: suggestions };
    }
    if (!home) return { kind: 'NEW' };
    return { kind: 'LINK', childId: home.childId, rule: 'truth', probability: 1, evidence: [] };
  },
};

const decision = (
  seq: number,
  kind: PastDecision['kind'],
  childId: string,
  otherId: string,
  reviewId: string | null = null,
): PastDecision => ({ seq, kind, childId, otherId, reviewId, at: `2026-11-20T00:00:0${String(seq)}Z` });

const part = (
  records: readonly HeldRecord[],
  leaving: ReadonlySet<string>,
  past: readonly PastDecision[],
  waiting: readonly Waiting[] = [],
): Parting => {
  const waits = new Set(waiting.flatMap(({ childId, candidates }) => [childId, ...candidates.slice(1).flat()]));
  const ids = records.map(({ childId }) => childId).filter((id) => !waits.has(id));
  return separate({ ids, leaving, records, past, waiting, apart: [] }, truthful);
};

describe('taking records out of a child', () => {
  const records = [record('p1', 'P', 1), record('q1', 'Q', 2), record('p2', 'P', 3), record('q2', 'Q', 4)];
  const past = [
    decision(1, 'CONFIRMED', 'q1', 'p1', 'review'),
    decision(2, 'LINKED', 'p2', 'p1'),
    decision(3, 'LINKED', 'q2', 'p1'),
  ];

  it('decides again what a rule linked since', () => {
    const { children, again, since, undone, apart } = part(records, new Set(['q1']), past);
    expect(children).toEqual([
      ['p1', 'p2'],
      ['q1', 'q2'],
    ]);
    expect(again.map(({ childId }) => childId)).toEqual(['p2', 'q2']);
    expect(since).toBe('2026-11-20T00:00:01Z');
    expect(undone).toEqual(['review']);
    expect(apart).toEqual([['q1', 'p1']]);
  });

  it('leaves what a rule had linked before, and what a person linked', () => {
    const before = [decision(0, 'LINKED', 'p2', 'p1'), past[0], decision(2, 'CONFIRMED', 'q2', 'p1', 'other')];
    const { children, again, undone } = part(records, new Set(['q1']), before as PastDecision[]);
    expect(children).toEqual([['p1', 'p2', 'q2'], ['q1']]);
    expect(again).toEqual([]);
    expect(undone).toEqual(['review']);
  });

  it('lets the eldest leave: each child is shown by its own eldest', () => {
    expect(part(records, new Set(['p1']), past).children).toEqual([
      ['q1', 'q2'],
      ['p1', 'p2'],
    ]);
  });

  it('asks a person again where a rule does not decide', () => {
    const doubtful = [...records, record('x', '?', 5)];
    const { children, again } = part(doubtful, new Set(['q1']), [...past, decision(4, 'LINKED', 'x', 'p1')]);
    expect(children).toEqual([['p1', 'p2'], ['q1', 'q2'], ['x']]);
    expect(again.at(-1)).toMatchObject({
      childId: 'x',
      decision: { kind: 'REVIEW', candidates: [{ childId: 'p1' }, { childId: 'q1' }] },
    });
  });

  it('asks a person where two records under one number point at two children', () => {
    const torn = [...records, record('x', 'P', 5), record('x', 'Q', 6)];
    const { children, again } = part(torn, new Set(['q1']), [...past, decision(4, 'LINKED', 'x', 'p1')]);
    expect(children).toContainEqual(['x']);
    expect(again.at(-1)?.decision).toMatchObject({ kind: 'REVIEW', reviewKind: 'CONFLICT' });
  });

  it('reckons from the last time they were joined', () => {
    const twice = [
      decision(1, 'CONFIRMED', 'q1', 'p1', 'first'),
      decision(2, 'LINKED', 'p2', 'p1'),
      decision(3, 'SEPARATED', 'q1', 'p1'),
      decision(4, 'SEPARATED', 'p1', 'q1'),
      decision(5, 'CONFIRMED', 'q1', 'p1', 'second'),
      decision(6, 'LINKED', 'q2', 'p1'),
    ];
    const { since, again: decided } = part(records, new Set(['q1']), twice);
    expect(since).toBe('2026-11-20T00:00:05Z');
    expect(decided.map(({ childId }) => childId)).toEqual(['q2']);
  });

  it('knows who was joined through a record that has left since', () => {
    const through = [
      decision(1, 'LINKED', 'q1', 'gone'),
      decision(2, 'LINKED', 'gone', 'p1'),
      decision(3, 'LINKED', 'p2', 'p1'),
    ];
    expect(part(records.slice(0, 3), new Set(['q1']), through).since).toBe('2026-11-20T00:00:02Z');
  });

  it('links nobody with whom a person said they are not', () => {
    const around = [...records, record('x', 'X', 5), record('y', 'X', 6)];
    const review = { reviewId: 'review', childId: 'y', own: ['y'], raisedAt: '2026-11-20T00:00:09Z' };
    const linked = {
      ...{ ids: ['p1', 'p2', 'q1', 'q2'], leaving: new Set(['q1']), records: around, past },
      waiting: [{ ...review, candidates: [['p1'], ['x']] }],
    };
    expect(separate({ ...linked, apart: [] }, truthful).around).toEqual([['x', 'y']]);
    const kept = separate({ ...linked, apart: [['x', 'y']] }, truthful);
    expect(kept.around).toEqual([]);
    expect(kept.again.at(-1)).toEqual({ childId: 'y', reviewId: 'review', decision: { kind: 'NEW' } });
  });

  it('never releases everybody', () => {
    const { children } = part(records.slice(0, 2), new Set(['p1']), [decision(1, 'LINKED', 'q1', 'elsewhere')]);
    expect(children).toEqual([['q1'], ['p1']]);
  });
});

/** People's records arrive; two people are taken for one; more arrive, and are linked with what both are, or wait. */
const history = fc.record({
  before: fc.array(fc.constantFrom('P', 'Q'), { maxLength: 6 }),
  after: fc.array(fc.record({ person: fc.constantFrom('P', 'Q', 'X', 'Y'), waits: fc.boolean() }), { maxLength: 8 }),
  twice: fc.func(fc.boolean()),
});

it('leaves the children there would have been, had the two never been taken for one', () => {
  fc.assert(
    fc.property(history, ({ before, after, twice }) => {
      const people = ['P', 'Q', ...before, ...after.map(({ person }) => person)];
      const joinedAt = before.length + 2;
      const id = (at: number): string => `id${String(at).padStart(2, '0')}`;
      const waits = (at: number): boolean => after[at - joinedAt]?.waits ?? false;
      const records = people.flatMap((family, at) => {
        const own = record(id(at), family, 2 * at);
        return twice(at) ? [own, { ...own, arrival: 2 * at + 1, sourceKey: 'again' }] : [own];
      });
      const past = people.flatMap((family, at) => {
        const joined = at === joinedAt ? [decision(at - 0.5, 'CONFIRMED', id(1), id(0))] : [];
        if (at < 2 || waits(at)) return joined;
        return [...joined, decision(at, 'LINKED', id(at), at < joinedAt && family === 'Q' ? id(1) : id(0))];
      });
      if (after.length === 0) past.push(decision(joinedAt, 'CONFIRMED', id(1), id(0)));
      const all = people.map((_, at) => id(at));
      const waiting = all.flatMap((childId, at): Waiting[] => {
        const alike = all
          .slice(joinedAt, at)
          .filter((_other, n) => waits(joinedAt + n))
          .map((one) => [one]);
        const review = { reviewId: childId, childId, own: [childId], raisedAt: decision(9, 'LINKED', '', '').at };
        return waits(at) ? [{ ...review, candidates: [[id(0)], ...alike] }] : [];
      });
      const leaving = new Set(all.filter((_, at) => people[at] === 'Q' && at < joinedAt));
      const ids = all.filter((_, at) => !waits(at));
      const { children, around } = separate({ ids, leaving, records, past, waiting, apart: [] }, truthful);
      const untouched = all.filter((one) => ![...children, ...around].flat().includes(one)).map((one) => [one]);
      const neverOne = [...new Set(people)].map((person) =>
        eldestFirst(records.filter((one) => one.family === person)),
      );
      expect([...children, ...around, ...untouched].toSorted()).toEqual(neverOne.toSorted());
    }),
  );
});
