import { describe, expect, it } from '@jest/globals';
import { markupOf } from '../layout/markup.js';
import { EducationFacts } from './domain-facts.js';
import type { Education } from './parts.js';

type Threshold = NonNullable<Education['attendanceThresholds']>[number];

const threshold = (over: Partial<Threshold> = {}): Threshold => ({
  ...{ kind: 'TEN_SESSIONS_UNAUTHORISED', rule: 'Ten sessions of it.', source: 'The guidance.', count: 12, limit: 10 },
  ...{ school: { name: 'Castle Hill' }, reachedOn: '2026-11-18', unmarkedDays: 0, ...over },
});
const textOf = (
  attendanceThresholds: Education['attendanceThresholds'],
  none = 'None that you may see',
  attendance: Education['attendance'] = null,
): string => {
  const record: Education = {
    ...{ asAt: null, stale: false, sources: [], enrolments: [], attendance, twelveMonths: null, sen: null },
    ...{ suspensions: null, suspensionsLastYear: null, riskOfExclusion: null, attendanceThresholds },
  };
  const markup = markupOf(<EducationFacts record={record} none={none} today="2026-11-29" />);
  const row = /<dt[^>]*>\s*Attendance thresholds.*?<\/dd>/s.exec(markup)?.[0] ?? '';
  return row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
};

describe('thresholds of attendance on a child’s page', () => {
  it('that are reached are told with the day and what they mean, the last reached first', () => {
    const text = textOf([
      threshold(),
      threshold({ kind: 'FIFTEEN_DAYS_ILL', reachedOn: '2026-11-20', count: 15, limit: 15, unmarkedDays: 1 }),
    ]);
    expect(text).toContain(
      'Ten sessions of unauthorised absence. Reached on 18 Nov 2026 at Castle Hill: 12 of 10. Ten sessions of it. Source: The guidance.',
    );
    expect(text).toContain('15 of 15. Of 1 school day no mark came.');
    expect(text.indexOf('20 Nov 2026')).toBeLessThan(text.indexOf('18 Nov 2026'));
  });

  it('that are only counted towards are not told as reached', () => {
    const text = textOf([threshold({ count: 9, reachedOn: null })]);
    expect(text).toContain('None reached');
    expect(text).not.toContain('9 of 10');
    expect(textOf([])).toContain('None reached');
  });

  it('of no session are not told as none', () => {
    const nothing = {
      ...{ from: '2026-09-01', to: '2026-11-29', attended: 0, possible: 0, attendancePercent: null },
      ...{ persistentlyAbsent: null, lastAttendedOn: null },
    };
    expect(textOf([], '', nothing)).toContain('No sessions held to count');
    expect(textOf([threshold({ reachedOn: null })], '', nothing)).toContain('None reached');
    expect(textOf([], '', { ...nothing, possible: 10, attendancePercent: 0 })).toContain('None reached');
  });

  it('that are not told are not none', () => {
    expect(textOf(null)).toMatch(/Attendance thresholds\s*None that you may see/);
    expect(textOf(null, 'Could not be asked just now')).not.toContain('None');
  });
});
