import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory } from './history.js';
import type { Asked } from './judge-change.js';
import { correctedBy, judgeCorrection } from './judge-correction.js';
import { allowedFrom, isOpen, WaitingStatus } from './status.js';

const TODAY = '2026-05-01';
const S = WaitingStatus;

/** A history of steps a week apart from the 5th of January, numbered from 1. */
const steps = (...tos: readonly WaitingStatus[]) =>
  tos.map((to, at) => ({ id: at + 1, to, effectiveOn: dayOf(at), corrects: null as number | null }));
const dayOf = (week: number): string => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
const standing = (status: WaitingStatus) => ({ status, receivedOn: '2026-01-05', statusOn: '2026-02-01', version: 3 });
const asked = (corrects: string, to: WaitingStatus, effectiveOn: string, more: Partial<Asked> = {}): Asked => ({
  ...{ expectedVersion: 3, to, effectiveOn, reason: 'Recorded by mistake', corrects },
  ...more,
});

const waiting = steps(S.REFERRED, S.TRIAGE, S.ACCEPTED_WAITING, S.BOOKED, S.SEEN_FIRST);

describe('a correction', () => {
  it('puts another step in the place of a wrong one', () => {
    const ask = asked('5', S.DID_NOT_ATTEND, dayOf(4));
    expect(judgeCorrection(standing(S.SEEN_FIRST), waiting, ask, TODAY)).toEqual({ outcome: 'UPDATED' });
    expect(correctedBy(waiting, ask)).toEqual({
      ...{ from: S.BOOKED, status: S.DID_NOT_ATTEND, statusOn: dayOf(4), before: 4, last: null },
    });
  });

  it('takes a step back by saying the status that went on', () => {
    const ask = asked('5', S.BOOKED, dayOf(4));
    expect(judgeCorrection(standing(S.SEEN_FIRST), waiting, ask, TODAY)).toEqual({ outcome: 'UPDATED' });
    expect(correctedBy(waiting, ask)).toMatchObject({ from: S.BOOKED, status: S.BOOKED, statusOn: dayOf(4) });
  });

  it('of an earlier day leaves the entry where it stands', () => {
    const ask = asked('2', S.TRIAGE, '2026-01-14');
    expect(judgeCorrection(standing(S.SEEN_FIRST), waiting, ask, TODAY)).toEqual({ outcome: 'UPDATED' });
    expect(correctedBy(waiting, ask)).toEqual({
      ...{ from: S.REFERRED, status: S.SEEN_FIRST, statusOn: dayOf(4), before: 1, last: 5 },
    });
  });

  it('opens again what was closed by mistake: nobody is stuck', () => {
    const closed = steps(S.REFERRED, S.TRIAGE, S.DISCHARGED);
    const ask = asked('3', S.ACCEPTED_WAITING, dayOf(2));
    expect(judgeCorrection(standing(S.DISCHARGED), closed, ask, TODAY)).toEqual({ outcome: 'UPDATED' });
    expect(correctedBy(closed, ask)).toMatchObject({ status: S.ACCEPTED_WAITING });
  });

  it('takes back the last step of whatever way an entry came: no closure is for good', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (choices) => {
        const way: WaitingStatus[] = [S.REFERRED];
        for (const choice of choices) {
          const next = allowedFrom(way.at(-1) ?? S.REFERRED);
          if (next.length > 0) way.push(next[choice % next.length] ?? S.REFERRED);
        }
        const [back, at] = [way.at(-2) ?? S.REFERRED, way.at(-1) ?? S.REFERRED];
        const ask = asked(String(way.length), back, dayOf(way.length - 1));
        expect(judgeCorrection(standing(at), steps(...way), ask, TODAY)).toEqual({ outcome: 'UPDATED' });
        expect(isOpen(correctedBy(steps(...way), ask).status)).toBe(true);
      }),
    );
  });

  it.each([
    ['a step whose next cannot follow', asked('3', S.ON_HOLD, dayOf(2)), 'corrects'],
    ['a step that moves past its next', asked('3', S.ACCEPTED_WAITING, dayOf(5)), 'corrects'],
    ['no step of this entry', asked('9', S.BOOKED, dayOf(4)), 'corrects'],
    ['a day to come', asked('5', S.SEEN_FIRST, '2026-05-02'), 'effectiveOn'],
    ['a day before the referral', asked('1', S.REFERRED, '2026-01-04'), 'effectiveOn'],
    ['a closure without a reason', asked('5', S.DISCHARGED, dayOf(4), { reason: ' ' }), 'reason'],
    ['a redirect to nowhere', asked('3', S.REDIRECTED, dayOf(2)), 'corrects'],
    ['a missed appointment that was never booked', asked('4', S.DID_NOT_ATTEND, dayOf(3)), 'corrects'],
  ])('is not taken of %s', (_, ask, field) => {
    expect(judgeCorrection(standing(S.SEEN_FIRST), waiting, ask, TODAY)).toMatchObject({ outcome: 'INVALID', field });
  });

  it('of a step before a booking says nothing of what is to come', () => {
    const booked = waiting.slice(0, 4);
    const ask = (id: string, to: WaitingStatus, on: string) =>
      judgeCorrection(standing(S.BOOKED), booked, asked(id, to, on, { nextAppointmentOn: '2026-04-01' }), TODAY);
    expect(ask('3', S.ACCEPTED_WAITING, dayOf(2))).toMatchObject({ outcome: 'INVALID', field: 'nextAppointmentOn' });
    expect(ask('4', S.BOOKED, dayOf(3))).toEqual({ outcome: 'UPDATED' });
    expect(ask('4', S.ACCEPTED_WAITING, dayOf(3))).toEqual({ outcome: 'UPDATED' });
  });

  it('of a step before the closure says nothing of what is to come', () => {
    const closed = [...waiting.slice(0, 3), { id: 4, to: S.WITHDRAWN, effectiveOn: dayOf(3), corrects: null }];
    const ask = (next: string | null) => asked('3', S.ACCEPTED_WAITING, dayOf(2), { nextAppointmentOn: next });
    const judge = (next: string | null) => judgeCorrection(standing(S.WITHDRAWN), closed, ask(next), TODAY);
    expect(judge('2026-04-01')).toMatchObject({ outcome: 'INVALID', field: 'nextAppointmentOn' });
    expect(judge(null)).toEqual({ outcome: 'UPDATED' });
  });

  it('is made once: what was corrected is corrected no second time, and a correction may be', () => {
    const twice = [...waiting, { id: 6, to: S.DID_NOT_ATTEND, effectiveOn: dayOf(4), corrects: 5 }];
    const again = (id: string) =>
      judgeCorrection(standing(S.DID_NOT_ATTEND), twice, asked(id, S.SEEN_FIRST, dayOf(4)), TODAY);
    expect(again('5')).toMatchObject({ outcome: 'INVALID', field: 'corrects' });
    expect(again('6')).toEqual({ outcome: 'UPDATED' });
  });

  it('of a version that was not seen is a conflict', () => {
    const late = { ...asked('5', S.BOOKED, dayOf(4)), expectedVersion: 2 };
    expect(judgeCorrection(standing(S.SEEN_FIRST), waiting, late, TODAY)).toEqual({ outcome: 'CONFLICT' });
  });

  it('leaves a provider’s own leaps alone, and makes none', () => {
    // A weekly file may say no more than that the child was seen.
    const leap = steps(S.REFERRED, S.SEEN_FIRST, S.IN_TREATMENT);
    const status = fc.constantFrom(...Object.values(S).filter((one) => one !== S.REDIRECTED));
    fc.assert(
      fc.property(status, fc.integer({ min: 1, max: 3 }), (to, id) => {
        const ask = asked(String(id), to, dayOf(id - 1));
        const { outcome } = judgeCorrection(standing(S.IN_TREATMENT), leap, ask, TODAY);
        const then = leap.map((step) => (step.id === id ? to : step.to));
        // By hand: each step beside the corrected one must be one that may stand there.
        const fits = [id - 2, id - 1].every((at) => {
          const [a, b] = [then[at], then[at + 1]];
          return a === undefined || b === undefined || a === b || allowedFrom(a).includes(b);
        });
        expect(outcome).toBe(fits ? 'UPDATED' : 'INVALID');
        if (outcome === 'UPDATED') expect(correctedBy(leap, ask).status).toBe(then.at(-1));
      }),
    );
    expect(effectiveHistory(leap)).toHaveLength(3);
  });
});
