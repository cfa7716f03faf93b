import { describe, expect, it } from '@jest/globals';
import type { Shown } from '../gateway/shown.js';
import type { Education, Health, SocialCare, Wait } from './parts.js';
import { type TimelineParts, timelineOf, timelineText } from './timeline.view.js';

const [from, today] = ['2025-11-24', '2026-11-29'];
const fresh = { asAt: null, stale: false, sources: [] };
const held = <T>(value: T): Shown<T> => ({ kind: 'held', value });
const school = (urn: string) => ({ urn, name: `School ${urn}` });
const education: Education = {
  ...fresh,
  enrolments: [
    { school: school('1'), yearGroup: '7', from: '2024-09-01', until: '2026-07-31', status: 'CURRENT' },
    { school: school('2'), yearGroup: '8', from: '2026-09-01', until: null, status: 'CURRENT' },
  ],
  attendance: null,
  twelveMonths: { weeks: [] },
  sen: {
    ...({ provision: 'EHC_PLAN', needs: [] } as const),
    history: [
      { provision: 'NONE', from: '2024-09-01', until: '2025-01-01' },
      { provision: 'SEN_SUPPORT', from: '2025-01-01', until: '2026-04-01' },
      { provision: 'EHC_PLAN', from: '2026-04-01', until: null },
    ],
  },
  suspensions: {
    ...{ schoolDaysThisYear: 1.5, schoolDaysLeftOf45: 43.5, limitWarning: null },
    items: [{ startedOn: '2026-11-17', category: 'SUSPENSION', sessions: 3, lunchtimes: null, cancelledOn: null }],
  },
  riskOfExclusion: null,
  attendanceThresholds: null,
  suspensionsLastYear: { items: [] },
};
const socialCare: SocialCare = {
  ...{ ...fresh, status: 'LOOKED_AFTER', hasSocialWorker: true, worker: null, plan: null },
  intervals: [
    { status: 'CHILD_IN_NEED', from: '2025-03-01', until: null },
    { status: 'LOOKED_AFTER', from: '2026-06-22', until: null },
  ],
};
const wait = (over: Partial<Wait>): Wait => ({
  ...{ id: 'w', service: 'CAMHS', provider: null, status: 'ACCEPTED_WAITING', receivedOn: '2026-06-19' },
  ...{ daysWaiting: 163, weeksWaiting: 23, endedBecause: null, nextStep: null, nextAppointmentOn: null },
  ...{ supportWhileWaiting: [], voices: null },
  clock: { standard: '18 weeks', state: 'BREACHED', breachOn: '2026-10-24' },
  ...over,
});
const health = (...waiting: Wait[]): Health => ({ ...fresh, waiting });
const all = { EDUCATION: 'none', HEALTH: 'none', SOCIAL_CARE: 'none' } as const;
const of = (over: Partial<TimelineParts> = {}) =>
  timelineOf(
    {
      ...{ education: held(education), health: held(health(wait({}))), socialCare: held(socialCare), absence: all },
      ...over,
    },
    from,
    today,
  );

describe('the lanes of twelve months', () => {
  it('have what each domain told, and of social care the most serious of a day', () => {
    const { suspensions, moves, care, sen, waits } = of();
    expect(suspensions).toEqual({ kind: 'drawn', items: [{ on: '2026-11-17', words: '1.5 days' }] });
    expect(moves).toEqual([{ on: '2026-09-01', words: 'Moved school' }]);
    expect(care).toEqual({
      kind: 'drawn',
      items: [
        { from: '2025-03-01', until: '2026-06-22', words: 'Child in need', shade: 'care-pale' },
        { from: '2026-06-22', until: null, words: 'Looked after', shade: 'care-dark' },
      ],
    });
    expect(sen.kind === 'drawn' && sen.items.map(({ words }) => words)).toEqual(['SEN support', 'EHC plan']);
    expect(waits).toEqual({
      kind: 'drawn',
      items: [
        {
          ...{ name: 'CAMHS wait', from: '2026-06-19', until: null, seen: false },
          standard: { on: '2026-10-24', words: '18 weeks' },
        },
      ],
    });
    expect(timelineText(of())).toBe(
      '1 suspension. Looked after since 22 Jun 2026. EHC plan since 1 Apr 2026. Waiting for 1 service.',
    );
  });

  it('end a wait on the day it ended, and tell being seen from every other end', () => {
    const ended = (over: Partial<Wait>) => {
      const { waits } = of({ health: held(health(wait({ daysWaiting: 10, ...over }))) });
      return waits.kind === 'drawn' ? waits.items.map(({ until, seen }) => [until, seen]) : [];
    };
    expect(ended({ status: 'SEEN_FIRST' })).toEqual([['2026-06-29', true]]);
    expect(ended({ status: 'WITHDRAWN', endedBecause: 'Taken back' })).toEqual([['2026-06-29', false]]);
    // The provider’s word stays what it was when a child died.
    expect(ended({ status: 'BOOKED', endedBecause: 'The child has died' })).toEqual([['2026-06-29', false]]);
    expect(ended({ status: 'BOOKED' })).toEqual([[null, false]]);
  });

  it('of a domain that could not be asked are not known, of one not shared are not none', () => {
    const unavailable = (domain: 'EDUCATION' | 'HEALTH' | 'SOCIAL_CARE') => ({ kind: 'unavailable', domain }) as const;
    const seen = of({ education: unavailable('EDUCATION'), health: unavailable('HEALTH') });
    for (const lane of [seen.attendance, seen.suspensions, seen.sen, seen.waits])
      expect(lane).toEqual({ kind: 'unknown' });
    expect(seen.moves).toEqual([]);
    expect(timelineText(seen)).toContain('Education could not be asked.');
    expect(of({ socialCare: { kind: 'refused', because: 'No.' } }).care).toEqual({
      kind: 'words',
      lines: ['Not shared with you'],
    });
    expect(of({ health: { kind: 'none', seesAll: false } }).waits).toEqual({
      kind: 'words',
      lines: ['None that you may see'],
    });
  });

  it('of which a part could not be asked are not known either', () => {
    const partly = { ...education, suspensions: null };
    const seen = of({ education: held(partly), absence: { ...all, EDUCATION: 'not-known' } });
    expect(seen.suspensions).toEqual({ kind: 'unknown' });
    expect(seen.sen.kind).toBe('drawn');
    const hidden = of({ education: held(partly), absence: { ...all, EDUCATION: 'none-seen' } });
    expect(hidden.suspensions).toEqual({ kind: 'words', lines: ['None that you may see'] });
  });

  it('say to whoever sees today’s status alone that the past is not shown, never that there was none', () => {
    const { care } = of({ socialCare: held({ ...socialCare, intervals: null }) });
    expect(care).toEqual({ kind: 'words', lines: ['Today: looked after', 'The past is not shown to you'] });
    const nothing = of({ socialCare: held({ ...socialCare, status: null, intervals: null }) });
    expect(nothing.care).toEqual({ kind: 'words', lines: ['The past is not shown to you'] });
  });
});
