import { describe, expect, it } from '@jest/globals';
import type { Shown } from '../gateway/shown.js';
import type { Education, Health, SocialCare, VirtualSchool, Wait } from './parts.js';
import { toldEvents } from './told-events.js';

const [from, today] = ['2025-11-24', '2026-11-29'];
const fresh = { asAt: null, stale: false, sources: [] };
const held = <T>(value: T): Shown<T> => ({ kind: 'held', value });
const noSchool: Education = {
  ...{ ...fresh, enrolments: [], attendance: null, twelveMonths: { weeks: [] }, sen: null },
  ...{ suspensions: null, suspensionsLastYear: null, riskOfExclusion: null, attendanceThresholds: null },
};
const noCare: SocialCare = {
  ...{ ...fresh, status: null, hasSocialWorker: null, worker: null, plan: null, intervals: [] },
};
const none = {
  ...{ education: held(noSchool), health: held<Health>({ ...fresh, waiting: [] }), socialCare: held(noCare) },
  virtualSchool: held<VirtualSchool>({ ...fresh, cohorts: [], peps: [] }),
  absence: { EDUCATION: 'none', HEALTH: 'none', SOCIAL_CARE: 'none', VIRTUAL_SCHOOL: 'none' },
} as const;
type Over = Partial<Omit<Parameters<typeof toldEvents>[0], 'absence'>>;
const told = (over: Over) => toldEvents({ ...none, ...over }, from, today);
const lines = (over: Over) =>
  told(over).events.map(({ on, what, note }) => [on, what, note].filter(Boolean).join(' | '));
const school = (over: Partial<Education>) => lines({ education: held({ ...noSchool, ...over }) });
const week = (weekBeginning: string, state: 'NOT_RECEIVED' | 'OPEN') => ({
  ...{ weekBeginning, state, possible: 0, attended: 0, authorisedAbsence: 0, unauthorisedAbsence: 0 },
});
const suspension = (startedOn: string, over: object = {}) =>
  ({ startedOn, category: 'SUSPENSION', sessions: 3, lunchtimes: null, cancelledOn: null, ...over }) as const;

describe('what happened', () => {
  it('at school: suspensions, the newest with what of 45 days is used, each once though two years tell it', () => {
    const over = suspension('2026-08-31');
    expect(
      school({
        suspensions: {
          ...{ schoolDaysThisYear: 2.5, schoolDaysLeftOf45: 42.5, limitWarning: null },
          items: [over, suspension('2026-11-17', { sessions: 2 })],
        },
        suspensionsLastYear: {
          items: [
            suspension('2025-11-03'),
            suspension('2026-03-02', { category: 'LUNCHTIME', sessions: null, lunchtimes: 2 }),
            suspension('2026-05-04', { category: 'PERMANENT', sessions: null, cancelledOn: '2026-05-20' }),
            over,
          ],
        },
      }),
    ).toEqual([
      '2026-11-17 | Suspended for 1 day | 2.5 of 45 school days used this school year',
      '2026-08-31 | Suspended for 1.5 days',
      '2026-05-04 | Permanently excluded | Cancelled on 20 May 2026',
      '2026-03-02 | Suspended for 2 lunchtimes',
    ]);
  });

  it('at school: moves, an end without another school, and changes of provision', () => {
    const at = (urn: string, since: string, until: string | null) => ({
      ...{ school: { urn, name: `School ${urn}` }, yearGroup: null, from: since, until, status: 'CURRENT' },
    });
    expect(school({ enrolments: [at('1', '2024-09-01', '2026-03-01'), at('2', '2026-03-02', '2026-10-01')] })).toEqual([
      '2026-10-01 | Left School 2 | On no school’s roll since',
      '2026-03-02 | Joined School 2 | Before: School 1',
    ]);
    expect(school({ enrolments: [at('1', '2024-09-01', null), at('2', '2026-03-02', null)] })).toEqual([
      '2026-03-02 | Joined School 2 | Also at School 1',
    ]);
    const history = [
      { provision: 'SEN_SUPPORT' as const, from: '2025-12-01', until: '2026-02-01' },
      { provision: 'EHC_PLAN' as const, from: '2026-02-01', until: null },
    ];
    expect(school({ sen: { provision: 'EHC_PLAN', needs: [], history } })).toEqual([
      '2026-02-01 | Education, health and care plan began | Before: SEN support',
    ]);
  });

  it('at school: weeks of which nothing was received, those that follow each other once', () => {
    const weeks = [
      ...['2026-09-07', '2026-09-14'].map((monday) => week(monday, 'NOT_RECEIVED')),
      week('2026-09-21', 'OPEN'),
      week('2026-11-16', 'NOT_RECEIVED'),
    ];
    const note = 'This does not mean that the child did not attend';
    expect(school({ twelveMonths: { weeks } })).toEqual([
      `2026-11-16 | No attendance received for this week | ${note}`,
      `2026-09-07 | No attendance received for 2 weeks | ${note}`,
    ]);
  });

  it('in social care: what began and ended, or, where the past is not shown, what of today has a day', () => {
    const worker = { name: 'Jo Marsden', role: 'Social worker', contact: null, since: '2026-06-22' };
    const intervals: SocialCare['intervals'] = [
      { status: 'CHILD_IN_NEED', from: '2024-01-01', until: '2026-02-01' },
      { status: 'LOOKED_AFTER', from: '2026-06-22', until: null },
    ];
    expect(lines({ socialCare: held({ ...noCare, worker, intervals }) })).toEqual([
      '2026-06-22 | Became looked after',
      '2026-06-22 | Jo Marsden began as social worker',
      '2026-02-01 | Child in need plan ended',
    ]);
    const plan = { kind: 'CHILD_PROTECTION', startedOn: '2026-05-01', nextReviewOn: null } as const;
    const today = told({ socialCare: held({ ...noCare, status: 'CHILD_PROTECTION', plan, intervals: null }) });
    expect(today.events.map(({ what }) => what)).toEqual(['Child protection plan began']);
    expect(today.missing).toEqual(['Social care: its past is not shown to you.']);
  });

  it('in health: a referral, its standard passed while waiting, and how it ended', () => {
    const wait = (over: Partial<Wait>): Wait => ({
      ...{ id: 'w', service: 'SALT', provider: null, status: 'BOOKED', receivedOn: '2026-01-05', daysWaiting: 328 },
      ...{ weeksWaiting: 46, endedBecause: null, nextStep: null, nextAppointmentOn: null, supportWhileWaiting: [] },
      ...{ voices: null, clock: { standard: '18 weeks', state: 'BREACHED', breachOn: '2026-05-12' } },
      ...over,
    });
    const of = (over: Partial<Wait>) => lines({ health: held({ ...fresh, waiting: [wait(over)] }) });
    expect(of({})).toEqual([
      '2026-05-12 | Speech and language: wait passed 18 weeks | Still waiting: 46 weeks',
      '2026-01-05 | Referred: Speech and language',
    ]);
    expect(of({ status: 'SEEN_FIRST', daysWaiting: 70, weeksWaiting: 10 })).toEqual([
      '2026-03-16 | Speech and language: seen | After 10 weeks',
      '2026-01-05 | Referred: Speech and language',
    ]);
    expect(of({ status: 'REJECTED', daysWaiting: 7, weeksWaiting: 1, endedBecause: 'Not accepted' })[0]).toBe(
      '2026-01-12 | Speech and language: wait ended | Not accepted',
    );
  });

  it('in the virtual school: plans that were made, and those whose day passed without', () => {
    const pep = (over: object) =>
      ({
        term: '2026/27 Autumn',
        dueOn: '2026-10-16',
        completedOn: null,
        quality: null,
        state: 'ON_TRACK',
        ...over,
      }) as const;
    const of = (over: object) => lines({ virtualSchool: held({ ...fresh, cohorts: [], peps: [pep(over)] }) });
    expect(of({ completedOn: '2026-10-10', quality: 'GREEN' })).toEqual([
      '2026-10-10 | Personal education plan of 2026/27 Autumn made | In time, quality green',
    ]);
    expect(of({ completedOn: '2026-10-20' })[0]).toContain('Due 16 Oct 2026');
    expect(of({ state: 'BREACHED' })).toEqual([
      '2026-10-16 | Personal education plan of 2026/27 Autumn was due | Not made yet',
    ]);
    expect(of({})).toEqual([]);
  });

  it('says whose facts are not among it: could not ask is never none', () => {
    const { events, missing } = told({
      health: { kind: 'unavailable', domain: 'HEALTH' },
      virtualSchool: { kind: 'refused', because: 'No.' },
      education: { kind: 'late', value: noSchool, lastReceived: null, expectedEvery: null },
    });
    expect(events).toEqual([]);
    expect(missing).toEqual([
      'Education is late: the newest may be missing.',
      'We could not ask health just now: what it knows is not here.',
      'Virtual school: not shared with you.',
    ]);
    expect(told({}).missing).toEqual([]);
  });

  it('has nothing where nothing is only if all that is held would be here', () => {
    expect(told({}).whole).toBe(true);
    expect(told({ health: { kind: 'unavailable', domain: 'HEALTH' } }).whole).toBe(false);
    for (const word of ['none-seen', 'not-known'] as const)
      expect(toldEvents({ ...none, absence: { ...none.absence, SOCIAL_CARE: word } }, from, today).whole).toBe(false);
  });
});
