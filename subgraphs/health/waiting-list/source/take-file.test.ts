import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HealthService, WaitingStatus } from '../status.js';
import { type FileEntry, type HeldEntry, keptOf, takeFile } from './take-file.js';

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
    const news = takeFile(bookedInHub, { ...listed, nextStep: 'Group first', clinicianName: 'Imre Valdez' });
    expect(news).toEqual({
      entry: { ...listed, ...booked, nextStep: 'Group first', clinicianName: 'Imre Valdez' },
      changed: true,
      moved: false,
    });
  });

  it('moves the status when the hub has not, also where a provider puts a day right', () => {
    const onHold = { ...listed, status: WaitingStatus.ON_HOLD, statusOn: '2026-02-01' };
    expect(takeFile(held, onHold)).toEqual({ entry: onHold, changed: true, moved: true });
    const earlier = { ...listed, statusOn: '2026-01-20' };
    expect(takeFile(held, earlier)).toEqual({ entry: earlier, changed: true, moved: true });
  });

  it('moves a status that the hub has changed only to a later one', () => {
    const onHold = (statusOn: string) => ({ ...listed, status: WaitingStatus.ON_HOLD, statusOn });
    expect(takeFile(bookedInHub, onHold('2026-02-20'))).toMatchObject({ changed: false, moved: false });
    expect(takeFile(bookedInHub, onHold('2026-03-01'))).toMatchObject({ changed: false, moved: false });
    expect(takeFile(bookedInHub, onHold('2026-03-02'))).toMatchObject({ entry: { status: 'ON_HOLD' }, moved: true });
  });

  it('is not a change where it comes round to what the hub says', () => {
    expect(takeFile(bookedInHub, { ...listed, ...booked })).toEqual({
      entry: { ...listed, ...booked },
      changed: false,
      moved: false,
    });
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
