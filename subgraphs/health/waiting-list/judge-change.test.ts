import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Asked, judgeChange, type Standing } from './judge-change.js';
import { HealthService, WaitingStatus } from './status.js';

const TODAY = '2026-05-01';
const every = Object.values(WaitingStatus);
const standing = (status: WaitingStatus): Standing => ({
  status,
  receivedOn: '2026-01-05',
  statusOn: '2026-02-01',
  version: 3,
});
const asked = (to: WaitingStatus, change: Partial<Asked> = {}): Asked => ({
  expectedVersion: 3,
  to,
  effectiveOn: '2026-03-01',
  reason: 'Moved away',
  ...(to === WaitingStatus.REDIRECTED ? { redirectTo: HealthService.SALT, redirectProviderId: 'ZQ2' } : {}),
  ...change,
});

/** Which status (down) may go to which (across), as domain.md §4.5 and its corrections have it, square by square. */
const TABLE = `
                   REF TRI INF ACC BOO DNA HOL SEE TRE DIS REJ RED WIT ERR
  REFERRED          .   x   .   .   .   .   .   .   .   x   x   .   x   x
  TRIAGE            .   .   x   x   .   .   .   .   .   x   x   x   x   x
  INFO_NEEDED       .   x   .   .   .   .   .   .   .   x   x   .   x   x
  ACCEPTED_WAITING  .   .   .   .   x   .   x   .   .   x   .   x   x   x
  BOOKED            .   .   .   x   .   x   .   x   .   x   .   .   x   x
  DID_NOT_ATTEND    .   .   .   x   .   .   .   .   .   x   .   .   x   x
  ON_HOLD           .   .   .   x   .   .   .   .   .   x   .   .   x   x
  SEEN_FIRST        .   .   .   .   .   .   .   .   x   x   .   .   x   x
  IN_TREATMENT      .   .   .   .   .   .   .   .   .   x   .   .   x   x
  DISCHARGED        .   .   .   .   .   .   .   .   .   .   .   .   .   .
  REJECTED          .   .   .   .   .   .   .   .   .   .   .   .   .   .
  REDIRECTED        .   .   .   .   .   .   .   .   .   .   .   .   .   .
  WITHDRAWN         .   .   .   .   .   .   .   .   .   .   .   .   .   .
  ENTERED_IN_ERROR  .   .   .   .   .   .   .   .   .   .   .   .   .   .`;

const rows = TABLE.trim().split('\n').slice(1);
const squares = rows.flatMap((row, down) =>
  row
    .trim()
    .split(/\s+/)
    .slice(1)
    .map((mark, across) => ({ from: every[down], to: every[across], allowed: mark === 'x' })),
);

describe('a change of a waiting-list entry', () => {
  it('has a square for every two statuses', () => {
    expect(rows.map((row) => row.trim().split(/\s+/)[0])).toEqual(every);
    expect(squares).toHaveLength(every.length ** 2);
  });

  it.each(squares)('from $from to $to: $allowed', ({ from, to, allowed }) => {
    if (!from || !to) throw new Error('the table has a square too many');
    const judged = judgeChange(standing(from), asked(to), TODAY);
    const next = squares.filter((square) => square.from === from && square.allowed).map((square) => square.to);
    if (allowed) expect(judged).toEqual({ outcome: 'UPDATED' });
    else expect(judged).toEqual({ outcome: 'ILLEGAL', from, to, allowed: expect.any(Array) });
    if (judged.outcome === 'ILLEGAL') expect([...judged.allowed].sort()).toEqual(next.sort());
  });

  it.each(['WITHDRAWN', 'DISCHARGED', 'ENTERED_IN_ERROR'] as const)('reaches %s from every open status', (to) => {
    const open = squares.filter(({ allowed }) => allowed).map(({ from }) => from);
    const reaching = squares.filter((square) => square.allowed && square.to?.valueOf() === to).map(({ from }) => from);
    expect(new Set(reaching)).toEqual(new Set(open));
  });

  it('of a version that was not seen is a conflict, before anything else is looked at', () => {
    const late = asked(WaitingStatus.IN_TREATMENT, { expectedVersion: 2, effectiveOn: '2999-01-01' });
    expect(judgeChange(standing(WaitingStatus.REFERRED), late, TODAY)).toEqual({ outcome: 'CONFLICT' });
  });

  it('takes effect from the day of the present status to today', () => {
    const lately = fc.integer({ min: -2, max: 92 });
    fc.assert(
      fc.property(lately, (days) => {
        const effectiveOn = Temporal.PlainDate.from('2026-02-01').add({ days }).toString();
        const judged = judgeChange(
          standing(WaitingStatus.REFERRED),
          asked(WaitingStatus.TRIAGE, { effectiveOn }),
          TODAY,
        );
        const fits = days >= 0 && days <= 89;
        expect(judged).toMatchObject(fits ? { outcome: 'UPDATED' } : { outcome: 'INVALID', field: 'effectiveOn' });
      }),
      { examples: [[-1], [0], [89], [90]] },
    );
  });

  it.each([
    ['REJECTED', 'REFERRED'],
    ['REDIRECTED', 'TRIAGE'],
    ['ON_HOLD', 'ACCEPTED_WAITING'],
    ['WITHDRAWN', 'BOOKED'],
    ['DISCHARGED', 'IN_TREATMENT'],
  ] as const)('to %s says why', (to, from) => {
    for (const reason of [undefined, null, '', '  ']) {
      const judged = judgeChange(standing(WaitingStatus[from]), asked(WaitingStatus[to], { reason }), TODAY);
      expect(judged).toMatchObject({ outcome: 'INVALID', field: 'reason' });
    }
  });

  it('to any other status needs no reason', () => {
    const judged = judgeChange(
      standing(WaitingStatus.TRIAGE),
      asked(WaitingStatus.INFO_NEEDED, { reason: null }),
      TODAY,
    );
    expect(judged).toEqual({ outcome: 'UPDATED' });
  });

  it('has its next appointment on its day or after', () => {
    const booking = (nextAppointmentOn: string) =>
      judgeChange(standing(WaitingStatus.ACCEPTED_WAITING), asked(WaitingStatus.BOOKED, { nextAppointmentOn }), TODAY);
    expect(booking('2026-02-28')).toMatchObject({ outcome: 'INVALID', field: 'nextAppointmentOn' });
    expect(booking('2026-03-01')).toEqual({ outcome: 'UPDATED' });
  });

  it.each([
    ['redirectTo', { redirectTo: null }],
    ['redirectProviderId', { redirectProviderId: ' '.trim() }],
  ])('to REDIRECTED says where the wait goes on: %s', (field, missing) => {
    const judged = judgeChange(standing(WaitingStatus.TRIAGE), asked(WaitingStatus.REDIRECTED, missing), TODAY);
    expect(judged).toMatchObject({ outcome: 'INVALID', field });
  });

  it.each([
    ['redirectTo', WaitingStatus.BOOKED, { redirectTo: HealthService.SALT }],
    ['redirectProviderId', WaitingStatus.BOOKED, { redirectProviderId: 'ZQ2' }],
    ['firstAppointment', WaitingStatus.ON_HOLD, { firstAppointment: true }],
    ['properlyOffered', WaitingStatus.ON_HOLD, { properlyOffered: true }],
    ['wasNotBrought', WaitingStatus.BOOKED, { wasNotBrought: true }],
    ['cancelledBy', WaitingStatus.BOOKED, { cancelledBy: 'FAMILY' }],
    ['cancelledBy', WaitingStatus.WITHDRAWN, { cancelledBy: 'FAMILY' }],
    ['nextAppointmentOn', WaitingStatus.DISCHARGED, { nextAppointmentOn: '2026-04-01' }],
    ['baselineOutcomeOn', WaitingStatus.BOOKED, { baselineOutcomeOn: '2026-05-02' }],
    ['baselineOutcomeOn', WaitingStatus.BOOKED, { baselineOutcomeOn: '2026-01-04' }],
    ['carePlanOn', WaitingStatus.BOOKED, { carePlanOn: '2026-05-02' }],
    ['carePlanOn', WaitingStatus.BOOKED, { carePlanOn: '2026-01-04' }],
    ['rttStatus', WaitingStatus.BOOKED, { rttStatus: '37' }],
  ] as const)('does not take %s where it says nothing (to %s)', (field, to, said) => {
    const judged = judgeChange(standing(WaitingStatus.ACCEPTED_WAITING), asked(to, said), TODAY);
    expect(judged).toMatchObject({ outcome: 'INVALID', field });
  });

  it.each([
    [WaitingStatus.ACCEPTED_WAITING, WaitingStatus.BOOKED, { firstAppointment: true, properlyOffered: true }],
    [WaitingStatus.BOOKED, WaitingStatus.DID_NOT_ATTEND, { wasNotBrought: true }],
    [WaitingStatus.BOOKED, WaitingStatus.ACCEPTED_WAITING, { cancelledBy: 'PROVIDER' }],
    [WaitingStatus.SEEN_FIRST, WaitingStatus.IN_TREATMENT, { rttStatus: '30', carePlanOn: '2026-01-05' }],
    [WaitingStatus.SEEN_FIRST, WaitingStatus.SEEN_FIRST, { baselineOutcomeOn: '2026-05-01', reason: null }],
    [WaitingStatus.ON_HOLD, WaitingStatus.ON_HOLD, { nextStep: 'A call', reason: null }],
  ] as const)('from %s to %s takes what belongs to it', (from, to, said) => {
    expect(judgeChange(standing(from), asked(to, said), TODAY)).toEqual({ outcome: 'UPDATED' });
  });

  it.each([
    [WaitingStatus.DID_NOT_ATTEND, { wasNotBrought: true }, 'wasNotBrought'],
    [WaitingStatus.BOOKED, { firstAppointment: true }, 'firstAppointment'],
    [WaitingStatus.BOOKED, { properlyOffered: true, rttStatus: '20' }, 'properlyOffered'],
    [WaitingStatus.BOOKED, { nextAppointmentOn: '2026-04-08' }, 'nextAppointmentOn'],
    [WaitingStatus.BOOKED, { nextAppointmentOn: null }, 'nextAppointmentOn'],
    [WaitingStatus.ON_HOLD, { reason: 'Abroad for longer' }, 'reason'],
  ] as const)('that keeps %s loses no word of a step in silence: %j', (status, said, field) => {
    const kept = { ...standing(status), nextAppointmentOn: '2026-04-01' };
    const judged = judgeChange(kept, asked(status, { reason: null, nextStep: 'A call', ...said }), TODAY);
    expect(judged).toMatchObject({ outcome: 'INVALID', field });
  });

  it.each([
    [WaitingStatus.BOOKED, { nextAppointmentOn: '2026-04-01' }],
    [WaitingStatus.ACCEPTED_WAITING, { nextAppointmentOn: '2026-04-08' }],
    [WaitingStatus.BOOKED, { rttStatus: '20', reason: 'The first activity' }],
  ] as const)('that keeps %s takes what stands so, or goes with it: %j', (status, said) => {
    const kept = { ...standing(status), nextAppointmentOn: '2026-04-01' };
    const judged = judgeChange(kept, asked(status, { reason: null, nextStep: 'A call', ...said }), TODAY);
    expect(judged).toEqual({ outcome: 'UPDATED' });
  });

  it.each([
    [WaitingStatus.BOOKED, { nextAppointmentOn: '2026-04-01' }],
    [WaitingStatus.DISCHARGED, { nextStep: 'None' }],
  ] as const)('is no detail of %s where it is a step, or the entry is closed', (status, said) => {
    expect(judgeChange(standing(status), asked(status, said), TODAY)).toMatchObject({ outcome: 'ILLEGAL' });
  });

  it('says why it cannot be made without a value of the record', () => {
    const judged = judgeChange(standing(WaitingStatus.TRIAGE), asked(WaitingStatus.REJECTED, { reason: '' }), TODAY);
    expect(JSON.stringify(judged)).not.toMatch(/\d{4}-\d{2}/);
  });
});
