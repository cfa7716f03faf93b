import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { boundsOn } from '../../../platform/ingest/bounds.js';
import { isPriority, referralFault } from './judge-referral.js';

const today = '2026-05-01';
const referral = { receivedOn: '2026-04-20', priority: 'URGENT', referredBy: 'The SENCO' };

describe('what of a referral cannot be taken', () => {
  it.each([
    [{}, null],
    [{ priority: null }, null],
    [{ receivedOn: today }, null],
    [{ receivedOn: '2026-05-02' }, 'receivedOn'],
    [{ receivedOn: '0000-01-01' }, 'receivedOn'],
    [{ receivedOn: '1990-01-01' }, 'receivedOn'],
    [{ priority: 'SOON' }, 'priority'],
    [{ priority: 'urgent' }, 'priority'],
    [{ referredBy: '' }, 'referredBy'],
    [{ referredBy: ' \t' }, 'referredBy'],
  ] as const)('is, of one with %j, %s', (over, field) => {
    const fault = referralFault({ ...referral, ...over }, null, today);
    expect(fault).toEqual(
      field && { outcome: 'INVALID', field, because: expect.stringMatching(/^[A-Z].+\.$/) as unknown },
    );
  });

  it('is a day before any child of the hub was born, the first of them not', () => {
    const { first } = boundsOn(today).event;
    const before = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString();
    expect(referralFault({ ...referral, receivedOn: first }, null, today)).toBeNull();
    expect(referralFault({ ...referral, receivedOn: before }, null, today)).toMatchObject({ field: 'receivedOn' });
  });

  it('is the child’s, who has died by that day and not one who dies later', () => {
    expect(referralFault(referral, '2026-04-30', today)).toMatchObject({ field: 'childId' });
    expect(referralFault(referral, '2026-05-02', today)).toBeNull();
  });

  it('is never told in the referral’s own words', () => {
    const said = fc.string({ minLength: 12 }).map((words) => `~${words}~`);
    fc.assert(
      fc.property(said, said, (priority, receivedOn) => {
        const told = JSON.stringify([
          referralFault({ ...referral, priority }, null, today),
          referralFault({ ...referral, receivedOn }, null, today),
        ]);
        expect(told).not.toContain(JSON.stringify(priority).slice(1, -1));
        expect(told).not.toContain(JSON.stringify(receivedOn).slice(1, -1));
      }),
    );
  });

  it('knows two priorities', () => {
    expect(['ROUTINE', 'URGENT', '', 'EMERGENCY'].filter(isPriority)).toEqual(['ROUTINE', 'URGENT']);
  });
});
