import { describe, expect, it } from '@jest/globals';
import { academicYearOf } from './calendar.js';
import { daysSuspended, type Suspension, suspendedSessions } from './suspension.js';

const year = academicYearOf('2026-11-20');
const marks = (...suspensions: readonly Suspension[]) => [...suspendedSessions(suspensions, year)];
const fromThursday = daysSuspended('2026-10-22', 3, ['DB']);

describe('the sessions that a suspension takes in a register', () => {
  it('are those of school days, over a half-term too', () => {
    expect(marks(fromThursday)).toEqual([
      ['2026-10-22', ['E', 'E']],
      ['2026-10-23', ['E', 'E']],
      ['2026-11-02', ['E', 'E']],
    ]);
  });

  it('begin with the session it begins with, and leave the rest of its last day', () => {
    expect(marks({ ...fromThursday, session: 'PM', length: 2 })).toEqual([
      ['2026-10-22', [null, 'E']],
      ['2026-10-23', ['E', null]],
    ]);
  });

  it('end where it was cancelled', () => {
    const cancelled = { on: '2026-10-23', served: 2 };
    expect(marks({ ...fromThursday, cancelled })).toEqual([['2026-10-22', ['E', 'E']]]);
  });

  it('are marked as educated elsewhere once that is in place, by the school or after an exclusion by the council', () => {
    const provision = { on: '2026-11-09', provider: 'Home tuition' };
    const [suspended, excluded] = [daysSuspended('2026-11-02', 6, ['DB'], provision), { length: 0 }];
    expect(marks(suspended).at(-2)).toEqual(['2026-11-06', ['E', 'E']]);
    expect(marks(suspended).at(-1)).toEqual(['2026-11-09', ['B', 'B']]);
    expect(marks({ ...suspended, ...excluded, category: 'PERM' }).at(-1)).toEqual(['2026-11-20', ['K', 'K']]);
  });

  it('are none of a lunchtime, and none of another year', () => {
    expect(marks({ ...fromThursday, category: 'LNCH', length: 1 })).toEqual([]);
    expect(marks(daysSuspended('2026-07-01', 3, ['DB']))).toEqual([]);
  });
});
