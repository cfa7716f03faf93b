import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boxOf, changesOf, outcomesOf, stepsOf, tickedOf } from './several.view.js';
import type { Entry } from './waiting-list.table.js';

const child = { id: 'c1', name: { given: 'Robin', family: 'Testcase' } };
const entryOf = (id: string, over: Partial<Entry> = {}): Entry =>
  ({ id, version: 4, service: 'SALT', child, allowedNext: [], ...over }) as unknown as Entry;
const ticking = (...entries: readonly Entry[]): Record<string, string> =>
  Object.fromEntries(entries.map((entry) => Object.values(boxOf(entry)) as [string, string]));
const form = { to: 'TRIAGE', effectiveOn: '2026-11-20', idempotencyKey: 'k' };
const faultsOf = (given: Record<string, string>): string[] => {
  const change = changesOf(given);
  return change.complete ? [] : change.faults.map(({ field }) => field);
};

describe('waits that are ticked', () => {
  it('are told as the list showed them, with the version it showed', () => {
    expect(tickedOf({ ...form, ...ticking(entryOf('a'), entryOf('b', { version: 7, child: null })) })).toEqual([
      { id: 'a', child: 'c1', version: 4, title: 'Robin Testcase, Speech and language' },
      { id: 'b', child: null, version: 7, title: 'A child whom you do not see, Speech and language' },
    ]);
  });

  it('are none of what a forged form says instead', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (given) => {
        for (const { id, version } of tickedOf(given)) {
          expect(id).toMatch(/^[\w-]{1,100}$/);
          expect(Number.isSafeInteger(version)).toBe(true);
        }
      }),
    );
    expect(tickedOf({ 'entry-a b': '4 c x', 'entry-a': 'four c x', 'entry-b': '4 c', 'entry-c': '4' })).toEqual([]);
  });
});

describe('recording the same of several waits', () => {
  it('is one change for each, under a key of its own that is the form’s', () => {
    const change = changesOf({ ...form, reason: ' ', ...ticking(entryOf('a'), entryOf('b')) });
    expect(change).toEqual({
      complete: true,
      inputs: ['a', 'b'].map((id) => ({
        ...{ id, to: 'TRIAGE', effectiveOn: '2026-11-20', reason: null, expectedVersion: 4 },
        idempotencyKey: `k:${id}`,
      })),
    });
  });

  it('lacks what is not there, and takes twenty at the most', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => entryOf(`e${at}`));
    expect(faultsOf({ ...form, ...ticking(...twenty) })).toEqual([]);
    expect(faultsOf({ ...form, ...ticking(...twenty, entryOf('one-more')) })).toEqual(['ticked']);
    expect(faultsOf({})).toEqual(['ticked', 'to', 'effectiveOn']);
    expect(faultsOf({ ...form, to: 'REDIRECTED', ...ticking(entryOf('a')) })).toEqual(['to']);
    expect(faultsOf({ ...form, effectiveOn: '2026-02-30', ...ticking(entryOf('a')) })).toEqual(['effectiveOn']);
  });

  it('offers each step that any of them may take, but to be sent on', () => {
    const next = (...statuses: string[]) =>
      ({ allowedNext: statuses.map((status) => ({ status, needsReason: status === 'ON_HOLD' })) }) as never;
    expect(stepsOf([next('BOOKED', 'REDIRECTED'), next('ON_HOLD', 'BOOKED'), { allowedNext: null }])).toEqual([
      { status: 'BOOKED', needsReason: false },
      { status: 'ON_HOLD', needsReason: true },
    ]);
    expect(stepsOf([{ allowedNext: [] }, { allowedNext: null }])).toEqual([]);
  });

  it('is answered for each: done, not allowed, changed by somebody else, or not answered', () => {
    const ticked = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, child: null, version: 4, title: id }));
    const outcomes = outcomesOf(ticked, [
      { __typename: 'WaitingListEntryUpdated', entry: { status: 'BOOKED' } } as never,
      { __typename: 'IllegalTransition', from: 'REFERRED', to: 'BOOKED', allowed: ['TRIAGE'] } as never,
      {
        ...{ __typename: 'VersionConflict', current: { status: 'ON_HOLD' } },
        ...{ changedBy: 'A colleague', changedAt: null },
      } as never,
      { __typename: 'InvalidChange', field: 'reason', because: 'A reason is needed.' } as never,
    ]);
    expect(outcomes.map(({ done, words }) => [done, words])).toEqual([
      [true, 'Now: booked'],
      [false, 'From referred it cannot become booked. Allowed: triage.'],
      [false, 'A colleague changed it: it stands at on hold now. Nothing of yours was saved.'],
      [false, 'A reason is needed.'],
      [false, 'It could not be saved just now. Nothing of it was changed.'],
    ]);
  });
});
