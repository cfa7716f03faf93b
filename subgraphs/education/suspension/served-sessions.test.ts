import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lunchtimesOf, servedSessions, sessionsOf } from './served-sessions.js';
import { calendar, halfDays, suspended, suspensions } from './suspended.test-support.js';
import { SuspensionCategory } from './suspension-category.js';

describe('the sessions of a suspension', () => {
  it('are one after the other on the school’s own days', () => {
    fc.assert(
      fc.property(calendar, suspensions, (isOpen, drawn) => {
        for (const one of drawn) {
          const served = servedSessions(one, isOpen);
          expect(served.map(({ on, session }) => `${on} ${session}`)).toEqual(halfDays(one, isOpen));
          expect(served).toHaveLength(sessionsOf(one));
        }
      }),
    );
  });

  it('are as many as it is known of', () => {
    const known = (_: string, day: string) => (day < '2026-09-16' ? true : null);
    expect(servedSessions(suspended({ sessions: 10 }), known)).toHaveLength(4);
    expect(servedSessions(suspended(), () => null)).toEqual([]);
  });

  it('do not go on for ever at a school that never opens again', () => {
    expect(servedSessions(suspended(), () => false)).toEqual([]);
  });
});

describe('the lunchtimes of a suspension', () => {
  const lunchtimes = suspended({ category: SuspensionCategory.LUNCHTIME, lunchtimes: 3, sessions: null });

  it('are those told, or those served before it was cancelled; of another category, none', () => {
    expect(lunchtimesOf(lunchtimes)).toBe(3);
    expect(lunchtimesOf({ ...lunchtimes, cancelledOn: '2026-09-15', served: 1 })).toBe(1);
    expect(lunchtimesOf(suspended({ lunchtimes: 3 }))).toBe(0);
  });
});
