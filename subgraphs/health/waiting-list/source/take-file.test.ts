import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FileEntry } from '../file-said.js';
import { HealthService, WaitingStatus } from '../status.js';
import { type HeldEntry, keptOf, takeFile } from './take-file.js';

const listed: FileEntry = {
  service: HealthService.SALT,
  status: WaitingStatus.ACCEPTED_WAITING,
  statusOn: '2026-02-01',
  priority: 'ROUTINE',
  receivedOn: '2026-01-05',
  nextStep: 'First assessment',
  nextAppointmentOn: null,
  supportWhileWaiting: ['Drop-in'],
  referredBy: 'SENCO',
  clinicianName: null,
};
const held: HeldEntry = { ...listed, fromFile: listed };
const booked = { status: WaitingStatus.BOOKED, statusOn: '2026-03-01', nextAppointmentOn: '2026-04-01' };
const bookedInHub: HeldEntry = { ...held, ...booked };

const anyEntry: fc.Arbitrary<FileEntry> = fc.record({
  service: fc.constantFrom(HealthService.SALT, HealthService.CAMHS),
  status: fc.constantFrom(...Object.values(WaitingStatus)),
  statusOn: fc.constantFrom('2026-02-01', '2026-02-02', '2026-03-01'),
  priority: fc.constantFrom('ROUTINE' as const, 'URGENT' as const, null),
  receivedOn: fc.constantFrom('2026-01-05', '2026-01-06'),
  nextStep: fc.constantFrom('First assessment', null),
  nextAppointmentOn: fc.constantFrom('2026-04-01', null),
  supportWhileWaiting: fc.constantFrom(['Drop-in'], []),
  referredBy: fc.constantFrom('SENCO', 'GP'),
  clinicianName: fc.constantFrom('Imre Valdez', null),
});

describe('the next file of a provider', () => {
  it('says nothing when it says what the last one said, whatever the hub changed and in whatever order it is kept', () => {
    const otherOrder = Object.fromEntries(Object.entries(listed).reverse()) as unknown as FileEntry;
    expect(takeFile(bookedInHub, listed)).toBeNull();
    expect(takeFile({ ...held, fromFile: otherOrder }, listed)).toBeNull();
  });

  it('changes what it changed, and leaves what the hub changed', () => {
    const file = { ...listed, nextStep: 'Group first', clinicianName: 'Imre Valdez' };
    expect(takeFile(bookedInHub, file)).toEqual({
      entry: { ...listed, ...booked, nextStep: 'Group first', clinicianName: 'Imre Valdez' },
      ...{ changed: true, moved: false, restated: null, untaken: null, fromFile: keptOf(file) },
    });
  });

  it('moves the status when the hub has not, also where a provider puts a day right', () => {
    const onHold = { ...listed, status: WaitingStatus.ON_HOLD, statusOn: '2026-02-01' };
    const moved = { changed: true, moved: true, restated: null, untaken: null };
    expect(takeFile(held, onHold)).toEqual({ entry: onHold, ...moved, fromFile: keptOf(onHold) });
    const earlier = { ...listed, statusOn: '2026-01-20' };
    expect(takeFile(held, earlier)).toEqual({ entry: earlier, ...moved, fromFile: keptOf(earlier) });
  });

  it('moves a status that the hub has changed only to a later one', () => {
    const onHold = (statusOn: string) => ({ ...listed, status: WaitingStatus.ON_HOLD, statusOn });
    expect(takeFile(bookedInHub, onHold('2026-02-20'))).toMatchObject({ changed: false, moved: false });
    expect(takeFile(bookedInHub, onHold('2026-03-01'))).toMatchObject({ changed: false, moved: false });
    expect(takeFile(bookedInHub, onHold('2026-03-02'))).toMatchObject({ entry: { status: 'ON_HOLD' }, moved: true });
  });

  it('tells what of it was not taken: an earlier step with all it was about, and what was changed here as well', () => {
    const onHold = { ...listed, status: WaitingStatus.ON_HOLD, statusOn: '2026-02-20', reason: 'Abroad' };
    expect(takeFile(bookedInHub, onHold)?.untaken).toEqual({
      ...{ status: 'ON_HOLD', statusOn: '2026-02-20', step: {}, reason: 'Abroad' },
    });
    const both = takeFile(bookedInHub, { ...onHold, nextAppointmentOn: '2026-05-01', nextStep: 'Group first' });
    expect(both?.untaken).toMatchObject({ status: 'ON_HOLD', nextAppointmentOn: '2026-05-01' });
    expect(both?.entry).toEqual({ ...listed, ...booked, nextStep: 'Group first' });
    const later = takeFile(bookedInHub, { ...onHold, statusOn: '2026-03-02', nextAppointmentOn: '2026-05-01' });
    expect(later).toMatchObject({ untaken: null, entry: { status: 'ON_HOLD', nextAppointmentOn: '2026-05-01' } });
  });

  it('gives way, by the day it was taken from the provider’s system, to what was changed here after that day', () => {
    const changedHere: HeldEntry = { ...bookedInHub, changedHereOn: '2026-03-10' };
    const later = { ...listed, status: WaitingStatus.ON_HOLD, statusOn: '2026-03-02' };
    const taken = (asAt: string) => takeFile(changedHere, { ...later, asAt });
    expect(taken('2026-03-09')).toMatchObject({ moved: false, untaken: { status: 'ON_HOLD' } });
    expect(taken('2026-03-10')).toMatchObject({ moved: true, untaken: null });
  });

  it('does not undo what was said by hand of an entry that was made in the hub, though it is the first that tells of it', () => {
    const said = { nextStep: 'We ring', baselineOutcomeOn: '2026-02-03', carePlanOn: '2026-02-04' };
    const made: HeldEntry = { ...listed, ...booked, ...said, supportWhileWaiting: ['Advice line'], fromFile: null };
    const changed: HeldEntry = { ...made, changedSinceMade: true };
    const first = { ...listed, clinicianName: 'Imre Valdez', baselineOutcomeOn: null, carePlanOn: null };
    expect(takeFile(changed, first)).toMatchObject({
      entry: { ...booked, ...said, supportWhileWaiting: ['Advice line'], clinicianName: 'Imre Valdez' },
      untaken: {
        ...{ status: 'ACCEPTED_WAITING', nextStep: 'First assessment', nextAppointmentOn: null },
        ...{ supportWhileWaiting: ['Drop-in'], baselineOutcomeOn: null, carePlanOn: null },
      },
    });
    // A later step says all that goes with it; and what the hub began it with is nobody's word.
    const later = { ...first, status: WaitingStatus.SEEN_FIRST, statusOn: '2026-03-02' };
    expect(takeFile(changed, later)).toMatchObject({ entry: { nextStep: 'First assessment' }, untaken: null });
    expect(takeFile(made, first)?.untaken).toEqual({
      ...{ status: 'ACCEPTED_WAITING' },
      ...{ statusOn: '2026-02-01', step: {}, reason: null },
    });
    const begun: HeldEntry = {
      ...listed,
      nextStep: null,
      supportWhileWaiting: [],
      fromFile: null,
      changedSinceMade: true,
    };
    expect(takeFile(begun, first)).toMatchObject({ entry: { nextStep: 'First assessment' }, untaken: null });
  });

  it('leaves the first day of an entry that was made in the hub, and its status where both say the same', () => {
    const made: HeldEntry = { ...listed, fromFile: null };
    const later = { ...listed, receivedOn: '2026-01-12', statusOn: '2026-01-20' };
    expect(takeFile(made, later)).toMatchObject({ entry: { receivedOn: '2026-01-05' }, moved: false, untaken: null });
    const earlier = { ...listed, receivedOn: '2026-01-02' };
    expect(takeFile(made, earlier)).toMatchObject({ entry: { receivedOn: '2026-01-02' } });
  });

  it('puts no step right by what it says of one that was not taken', () => {
    const onHold = { ...listed, status: WaitingStatus.ON_HOLD, statusOn: '2026-02-20' };
    expect(takeFile(bookedInHub, { ...onHold, step: { appointmentOn: '2026-04-02' } })).toMatchObject({
      ...{ moved: false, restated: null, untaken: { status: 'ON_HOLD', step: { appointmentOn: '2026-04-02' } } },
    });
  });

  it('is nothing where it is older than the last one', () => {
    const last: HeldEntry = { ...held, fromFile: { ...listed, asAt: '2026-02-09' } };
    const onHold = { ...listed, status: WaitingStatus.ON_HOLD, statusOn: '2026-02-03' };
    expect(takeFile(last, { ...onHold, asAt: '2026-02-08' })).toBeNull();
    expect(takeFile(last, { ...onHold, asAt: '2026-02-09' })).toMatchObject({ moved: true });
  });

  it('is not a change where it comes round to what the hub says', () => {
    const file = { ...listed, ...booked };
    expect(takeFile(bookedInHub, file)).toEqual({
      entry: { ...listed, ...booked },
      ...{ changed: false, moved: false, restated: null, untaken: null, fromFile: keptOf(file) },
    });
  });

  it('says nothing of what it has no column for, and takes back what it says is not so', () => {
    const told = {
      ...listed,
      carePlanOn: '2026-03-01',
      confidential: true,
      ethnicity: 'A',
      step: { wasNotBrought: true },
    };
    const now: HeldEntry = { ...told, fromFile: told };
    expect(takeFile(now, listed)).toBeNull();
    const other = takeFile(now, { ...listed, nextStep: 'Group first' });
    expect(other).toMatchObject({ entry: { carePlanOn: '2026-03-01', confidential: true }, restated: null });
    expect(other?.fromFile).toEqual(keptOf({ ...told, nextStep: 'Group first' }));
    const back = takeFile(now, { ...listed, carePlanOn: null, step: { wasNotBrought: false } });
    expect(back).toMatchObject({ entry: { carePlanOn: null }, restated: { wasNotBrought: false }, moved: false });
  });

  it('tells of a step again only what it says otherwise of it, and anew with each step', () => {
    const before: HeldEntry = {
      ...held,
      fromFile: { ...listed, step: { appointmentOn: null, properlyOffered: false } },
    };
    const offered = {
      ...listed,
      step: { appointmentOn: '2026-04-01', properlyOffered: false, firstAppointment: false },
    };
    expect(takeFile(before, offered)).toMatchObject({ restated: { appointmentOn: '2026-04-01' }, changed: true });
    expect(takeFile(held, { ...listed, step: { properlyOffered: false, cancelledBy: null } })?.restated).toBeNull();
    expect(takeFile(before, { ...offered, statusOn: '2026-03-01' })).toMatchObject({ restated: null, moved: true });
  });

  it('does not show that somebody else was counted by it', () => {
    const counted = { ...listed, ageAtReferral: 10, sex: 'FEMALE', ethnicity: 'B', asAt: '2026-03-01' };
    expect(takeFile(held, counted)).toMatchObject({ changed: false, entry: { ageAtReferral: 10, ethnicity: 'B' } });
  });

  it('is the whole entry for one that only files have touched, and nothing the second time', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (last, next) => {
        const same = JSON.stringify(keptOf(last)) === JSON.stringify(keptOf(next));
        const taken = takeFile({ ...last, fromFile: last }, next);
        expect(taken?.entry).toEqual(same ? undefined : next);
        expect(takeFile({ ...(taken?.entry ?? last), fromFile: next }, next)).toBeNull();
      }),
    );
  });
});
