import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { factChanges, type FactInWords, type FactValues, type NotedFact } from './fact-changes.js';

const words: ReadonlyMap<string, FactInWords<NotedFact>> = new Map([
  [
    'KIND',
    {
      facet: null,
      what: () => 'A fact',
      takenBack: 'A fact was taken back',
      // What is written in small letters is not told.
      say: ({ v }) => (v === 'quiet' ? null : String(v)),
      source: () => 'A file',
    },
  ],
]);

const moment = (at: number): string => new Date(Date.UTC(2026, 10, 1) + at * 1000).toISOString();
const noted = (id: number, was: string | null, became: string | null, over: Partial<NotedFact> = {}): NotedFact => ({
  ...{ id, recordId: 'r', fact: 'KIND', factKey: 'k', recordedAt: moment(id), recordedBy: null },
  ...{ was: was === null ? null : { v: was }, became: became === null ? null : { v: became } },
  ...over,
});
const told = (...rows: readonly NotedFact[]) =>
  factChanges(rows, words).map(({ what, from, to, by }) => [what, from, to, by]);

describe('the changes that a history of facts tells', () => {
  it('are each from what to what, by the person or the source', () => {
    expect(told(noted(1, null, 'A'), noted(2, 'A', 'B', { recordedBy: 'Sam Oduya' }))).toEqual([
      ['A fact', null, 'A', 'A file'],
      ['A fact', 'A', 'B', 'Sam Oduya'],
    ]);
  });

  it('are one of what one act takes away and puts back, and none where it is put back as it was', () => {
    const act = { recordedAt: moment(9) };
    expect(told(noted(1, null, 'A'), noted(2, 'A', null, act), noted(3, null, 'B', act))).toEqual([
      ['A fact', null, 'A', 'A file'],
      ['A fact', 'A', 'B', 'A file'],
    ]);
    expect(told(noted(1, null, 'A'), noted(2, 'A', null, act), noted(3, null, 'A', act))).toHaveLength(1);
    expect(told(noted(2, null, 'A', act), noted(3, 'A', null, act))).toEqual([]);
  });

  it('are nothing but that it was taken back of what was, and go on where it is told anew', () => {
    expect(told(noted(1, null, 'A'), noted(2, 'A', 'B'), noted(3, 'B', null))).toEqual([
      ['A fact was taken back', null, null, null],
    ]);
    expect(told(noted(1, null, 'A'), noted(2, 'A', null), noted(3, null, 'C'))).toEqual([
      ['A fact was taken back', null, null, null],
      ['A fact', null, 'C', 'A file'],
    ]);
  });

  it('are not of what is not told, nor of a kind without words', () => {
    expect(told(noted(1, null, 'quiet'), noted(2, 'quiet', null))).toEqual([]);
    expect(told(noted(1, null, 'A', { fact: 'OTHER' }))).toEqual([]);
  });

  it('are, beside themselves, what the last of them left where that is told by itself, on the days on which it is so', () => {
    const [from, until] = ['2026-11-02', '2026-11-30'];
    const own = { facet: 'HISTORY' as const, now: ({ v }: FactValues) => ({ to: `Now ${String(v)}`, from, until }) };
    const present = (...rows: readonly NotedFact[]) =>
      factChanges(rows, new Map([...words].map(([kind, of]) => [kind, { ...of, ...own }]))).map((one) => [
        ...[one.facet, one.from, one.to, one.at, one.toldFrom, one.toldUntil],
      ]);
    const rows = [noted(1, null, 'A'), noted(2, 'A', 'B')];
    expect(present(...rows)).toEqual([
      ['HISTORY', null, 'A', moment(1), null, null],
      ['HISTORY', 'A', 'B', moment(2), null, null],
      [null, null, 'Now B', moment(2), from, until],
    ]);
    // Of what was taken back nothing is so.
    expect(present(...rows, noted(3, 'B', null))).toEqual([['HISTORY', null, null, moment(3), null, null]]);
    const never = new Map(
      [...words].map(([kind, of]) => [kind, { ...of, now: () => ({ to: 'B', from, until: from }) }]),
    );
    expect(factChanges(rows, never)).toHaveLength(2);
  });

  it('come to what a reader saw who looked after every act, whatever the history and its order', () => {
    // What stands of each of three facts after each act; an act changes each of them any number of times.
    const act = fc.array(fc.tuple(fc.constantFrom('k', 'l', 'm'), fc.constantFrom(null, 'A', 'B', 'quiet')), {
      maxLength: 5,
    });
    const shown = (value: string | null | undefined): string | null => (value === 'quiet' || !value ? null : value);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (acts, dice) => {
        const stands = new Map<string, string | null>();
        const rows: NotedFact[] = [];
        const expected: string[] = [];
        acts.forEach((changes, number) => {
          const before = new Map(stands);
          for (const [factKey, value] of changes) {
            const was = stands.get(factKey) ?? null;
            if (was === value) continue;
            rows.push(noted(rows.length + 1, was, value, { factKey, recordedAt: moment(number) }));
            stands.set(factKey, value);
          }
          for (const factKey of ['k', 'l', 'm']) {
            const [from, to] = [before.get(factKey) ?? null, stands.get(factKey) ?? null];
            const gone = acts.some((_, later) => later > number && isGoneAfter(acts, factKey, later));
            if (from === to || gone) continue;
            if (to === null && shown(from) !== null) expected.push(`${factKey} ${String(number)} gone`);
            if (to !== null && shown(from) !== shown(to))
              expected.push(`${factKey} ${String(number)} ${String(shown(from))} ${String(shown(to))}`);
          }
        });
        const shuffled = rows.map((row) => [dice.next().value, row] as const).sort(([a], [b]) => a - b);
        const found = factChanges(
          shuffled.map(([, row]) => row),
          words,
        ).map(({ key, at, what, from, to }) => {
          const { factKey = '' } = rows.find(({ id }) => key === `KIND/${String(id)}`) ?? {};
          const number = String((Date.parse(at) - Date.UTC(2026, 10, 1)) / 1000);
          const whole = what === 'A fact was taken back' ? 'gone' : `${String(from)} ${String(to)}`;
          return `${factKey} ${number} ${whole}`;
        });
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether a fact that stood before an act stands no more after it, by going through all from the first. */
function isGoneAfter(
  acts: readonly (readonly (readonly [string, string | null])[])[],
  factKey: string,
  number: number,
): boolean {
  const after = (last: number): string | null => {
    let value: string | null = null;
    for (const [key, to] of acts.slice(0, last + 1).flat()) if (key === factKey) value = to;
    return value;
  };
  return after(number - 1) !== null && after(number) === null;
}
