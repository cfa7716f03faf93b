import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBankHoliday } from '../../../platform/code-sets/working-days.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { askedMeeting, mostMembers } from './asked-meeting.js';

const today = '2026-11-20';
const meeting = { schoolUrn: '900001', meetingOn: today, members: ['b', ' a ', 'b'] };

const refusal = (over: Partial<typeof meeting>): string => {
  try {
    askedMeeting({ ...meeting, ...over }, today);
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
  return '';
};

describe('a meeting whose pack is asked for', () => {
  it('has members each once, in an order of their own', () => {
    expect(askedMeeting(meeting, today).members).toEqual(['a', 'b']);
  });

  it.each<[string, Partial<typeof meeting>, string]>([
    ['no school', { schoolUrn: '90001' }, 'schoolUrn must be six digits.'],
    ['a day to come', { meetingOn: '2026-11-23' }, 'meetingOn must not be after today.'],
    ['a Sunday', { meetingOn: '2026-11-15' }, 'meetingOn must be a day on which the school is open.'],
    ['a bank holiday', { meetingOn: '2026-08-31' }, 'meetingOn must be a day on which the school is open.'],
    ['nobody', { members: [] }, 'members must name somebody.'],
    ['somebody without a name', { members: ['a', '  '] }, 'members must say who each is.'],
    [
      'too many',
      { members: Array.from({ length: mostMembers + 1 }, (_none, at) => String(at)) },
      'members must be at most 50.',
    ],
  ])('is refused with %s', (_what, over, message) => {
    expect(refusal(over)).toBe(message);
  });

  it('is on a weekday until today that is no bank holiday, and on no other day', () => {
    const first = Date.UTC(2025, 0, 1);
    fc.assert(
      fc.property(fc.nat({ max: 730 }), (days) => {
        const on = new Date(first + days * 86_400_000);
        const meetingOn = on.toISOString().slice(0, 10);
        const held = on.getUTCDay() % 6 !== 0 && isBankHoliday(meetingOn) === false && meetingOn <= today;
        expect(refusal({ meetingOn }) === '').toBe(held);
      }),
    );
  });
});
