import { describe, expect, it } from '@jest/globals';
import { changeOf, choicesOf, lifeColumns } from './update.view.js';
import type { Entry } from './wait.js';

const step = (id: string, to: string, over: object = {}) => ({
  ...{ id, to, from: null, effectiveOn: '2026-11-02', reason: null, rttStatus: null, counts: true, ...over },
});
const entry = {
  ...{ id: 'e1', version: 4, status: 'BOOKED', nextAppointmentOn: '2026-12-05' },
  allowedNext: [
    { status: 'ACCEPTED_WAITING', needsReason: false },
    { status: 'SEEN_FIRST', needsReason: false },
    { status: 'WITHDRAWN', needsReason: true },
  ],
  history: [
    step('1', 'ACCEPTED_WAITING'),
    step('2', 'BOOKED', { effectiveOn: '2026-11-10', reason: 'A place came free.', rttStatus: '20' }),
    step('3', 'BOOKED', { counts: false }),
  ],
} as unknown as Entry;
const form = {
  ...{ from: 'BOOKED', booking: '2', to: 'BOOKED', effectiveOn: '2026-11-20', nextStep: 'A first talk.' },
  ...{ expectedVersion: '4', idempotencyKey: 'k' },
};
const faultsOf = (over: Record<string, string>, of: Entry = entry): string[] => {
  const change = changeOf(of, { ...form, ...over });
  return change.complete ? [] : change.faults.map(({ field }) => field);
};
const inputsOf = (over: Record<string, string>, of: Entry = entry) => {
  const change = changeOf(of, { ...form, ...over });
  return change.complete ? change.inputs : [];
};
const [day, by] = [{ nextAppointmentOn: '2026-12-14' }, { cancelledBy: 'FAMILY' }];

describe('a visit that is booked', () => {
  it('stays as it is, is booked for another day, or was written down wrongly', () => {
    expect(choicesOf(entry).map(({ value, text }) => [value, text])).toEqual([
      ['BOOKED', 'As before: booked for 5 Dec 2026'],
      ['MOVED', 'Booked for another day: the visit was cancelled, and another is agreed'],
      ['WRONG', 'Booked, but the day was written down wrongly, or not at all'],
      ['ACCEPTED_WAITING', 'Accepted and waiting (the visit was cancelled)'],
      ['SEEN_FIRST', 'Seen for the first time'],
      ['WITHDRAWN', 'Withdrawn (with a reason)'],
    ]);
    const unbooked = { ...entry, history: [] };
    expect(choicesOf(unbooked).map(({ value }) => value)).not.toContain('WRONG');
    expect(choicesOf({ ...entry, status: 'ON_HOLD' }).map(({ value }) => value)).not.toContain('MOVED');
  });

  it('is moved in two steps: who cancelled it is said, and the other is of the version that comes of that', () => {
    expect(inputsOf({ ...day, ...by, to: 'MOVED', reason: 'A holiday.', firstAppointment: 'yes' })).toEqual([
      {
        ...{ id: 'e1', to: 'ACCEPTED_WAITING', effectiveOn: '2026-11-20', cancelledBy: 'FAMILY', reason: 'A holiday.' },
        ...{ expectedVersion: 4, idempotencyKey: 'k:cancelled' },
      },
      {
        ...{ id: 'e1', to: 'BOOKED', effectiveOn: '2026-11-20', nextAppointmentOn: '2026-12-14' },
        ...{ nextStep: 'A first talk.', firstAppointment: true, expectedVersion: 5, idempotencyKey: 'k' },
      },
    ]);
    expect(faultsOf({ ...by, to: 'MOVED' })).toEqual(['nextAppointmentOn']);
    expect(faultsOf({ ...day, to: 'MOVED' })).toEqual(['cancelledBy']);
    expect(faultsOf({ ...by, to: 'MOVED', nextAppointmentOn: '2026-11-19' })).toEqual(['nextAppointmentOn']);
  });

  it('is asked for the same by a form that is sent twice, however the entry stands by then', () => {
    const since = { ...entry, status: 'ACCEPTED_WAITING', version: 5, nextAppointmentOn: null } as Entry;
    for (const sent of [
      { ...day, ...by, to: 'MOVED' },
      { ...day, to: 'WRONG' },
      { ...by, to: 'ACCEPTED_WAITING' },
    ])
      expect(inputsOf(sent, since)).toEqual(inputsOf(sent));
    const waits = { ...day, from: 'ACCEPTED_WAITING', firstAppointment: 'yes' };
    expect(inputsOf(waits)).toMatchObject([{ to: 'BOOKED', firstAppointment: true }]);
  });

  it('is put right on the day it was booked, with what was said of it then', () => {
    expect(inputsOf({ ...day, to: 'WRONG' })).toEqual([
      {
        ...{ id: 'e1', to: 'BOOKED', corrects: '2', effectiveOn: '2026-11-10', reason: 'A place came free.' },
        ...{ rttStatus: '20', nextAppointmentOn: '2026-12-14', nextStep: 'A first talk.' },
        ...{ expectedVersion: 4, idempotencyKey: 'k' },
      },
    ]);
    expect(faultsOf({ to: 'WRONG' })).toEqual(['nextAppointmentOn']);
  });

  it('is cancelled by a step that ends it, and by whom is said of such a step alone', () => {
    expect(inputsOf({ ...by, to: 'ACCEPTED_WAITING' })).toMatchObject([{ cancelledBy: 'FAMILY' }]);
    expect(faultsOf({ ...by, to: 'SEEN_FIRST' })).toEqual(['cancelledBy']);
    expect(faultsOf(by)).toEqual(['cancelledBy']);
    expect(faultsOf({ ...by, from: 'ON_HOLD', to: 'ACCEPTED_WAITING' })).toEqual(['cancelledBy']);
  });

  it('is not moved by its day alone, nor offered anew without being booked', () => {
    expect(faultsOf(day)).toEqual(['to']);
    expect(faultsOf({ nextAppointmentOn: '2026-12-05' })).toEqual([]);
    expect(faultsOf({ properlyOffered: 'yes' })).toEqual(['firstAppointment']);
  });
});

describe('the life of an entry', () => {
  it('says of which visit a step is, and who cancelled it', () => {
    const told = (to: string, over: object): unknown =>
      lifeColumns[1]?.text({ ...step('1', to), appointmentOn: null, cancelledBy: null, ...over } as never);
    const day = { appointmentOn: '2026-12-05' };
    expect(told('BOOKED', {})).toBe('Booked');
    expect(told('BOOKED', { ...day, counts: false })).toBe('Booked for 5 Dec 2026 (put right later)');
    expect(told('DID_NOT_ATTEND', day)).toContain(', the visit of 5 Dec 2026');
    expect(told('ACCEPTED_WAITING', { ...day, cancelledBy: 'FAMILY' })).toBe(
      'Accepted and waiting, the visit of 5 Dec 2026 cancelled by the family',
    );
    expect(told('ACCEPTED_WAITING', { cancelledBy: 'PROVIDER' })).toContain(', the visit cancelled by the service');
  });
});

describe('an appointment of an entry that is not booked', () => {
  const treated = { ...entry, status: 'IN_TREATMENT' } as Entry;
  const stays = { from: 'IN_TREATMENT', to: 'IN_TREATMENT' };

  it('stays, is moved by another day, or is taken away', () => {
    const appointment = (over: Record<string, string>): unknown =>
      inputsOf({ ...stays, ...over }, treated).map(({ nextAppointmentOn }) => nextAppointmentOn);
    expect(appointment({})).toEqual([undefined]);
    expect(appointment(day)).toEqual(['2026-12-14']);
    expect(appointment({ noAppointment: 'yes' })).toEqual([null]);
    expect(faultsOf({ ...stays, ...day, noAppointment: 'yes' }, treated)).toEqual(['noAppointment']);
  });

  it('is not both booked and taken away', () => {
    const waits = { ...treated, status: 'ACCEPTED_WAITING', allowedNext: [{ status: 'BOOKED', needsReason: false }] };
    const books = { from: 'ACCEPTED_WAITING', to: 'BOOKED', noAppointment: 'yes' };
    expect(faultsOf(books, waits as Entry)).toEqual(['noAppointment']);
  });
});
