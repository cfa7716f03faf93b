import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isAttended, isPossible, type Session, sessionsOf } from '../../../platform/code-sets/sessions.js';
import { registerAttention } from './register-attention.js';

const day = (days: number): string => Temporal.PlainDate.from('2026-09-28').add({ days }).toString();

/** Of marks Monday morning to Friday afternoon, week after week; a dot where there is none, b for C2. */
function sessionsOfMarks(weeks: readonly string[]): Session[] {
  return sessionsOf(
    weeks.map((codes, at) => ({
      ...{ weekBeginning: day(7 * at), schoolUrn: '900001', onRoll: null },
      codes: Array.from(codes, (code) => (code === '.' ? null : code === 'b' ? 'C2' : code)),
    })),
  );
}

const told = (weeks: readonly string[]) =>
  registerAttention(sessionsOfMarks(weeks)).map(({ kind, since, from, until }) => [kind, since, from, until]);
const facts = (weeks: readonly string[]) => registerAttention(sessionsOfMarks(weeks)).map(({ fact }) => fact);

const present = '//////////';

describe('what of registers needs attention', () => {
  it('is a week in which attendance fell, in that week', () => {
    expect(told([present, '/////////O'])).toEqual([['ATTENDANCE_FELL', day(7), day(7), day(14)]]);
    expect(facts([present, '/////////O'])).toEqual(['Attended 9 of 10 sessions; 10 of 10 over the four weeks before.']);
  });

  it('is two school days running without a reason, from the second, in its week', () => {
    expect(told(['........N/', 'N///......'])).toEqual([['UNEXPLAINED_ABSENCE', day(4), day(7), day(14)]]);
    expect(facts(['N/N/......'])).toEqual([
      'Absent with no reason given yet on two school days running, the first of them 28 September 2026.',
    ]);
    expect(told(['N///N/....'])).toEqual([]);
  });

  it('is a part-time timetable, with how much of the week it takes', () => {
    expect(told(['/b/b......'])).toEqual([['PART_TIME', day(0), day(0), day(7)]]);
    expect(facts(['/b........', 'bb........'])).toEqual([
      'Attended 0 of 2 sessions; 1 of 2 over the four weeks before.',
      'On a part-time timetable for 1 session of the week.',
      'On a part-time timetable for 2 sessions of the week.',
    ]);
  });

  it('is five school days running on which nothing was attended, until the next that was', () => {
    expect(told(['//OOOOOOOO', 'II////////'])).toContainEqual(['NOT_ATTENDED', day(1), day(7), day(8)]);
    expect(told(['//OOOOOOOO', '/O////////']).map(([kind]) => kind)).not.toContain('NOT_ATTENDED');
    // A day on which nothing could be attended is stepped over; while it lasts no end is known.
    expect(told(['OOOO##OOOO', 'OO........'])).toContainEqual(['NOT_ATTENDED', day(0), day(7), null]);
    expect(facts(['//OOOOOOOO', 'II........'])).toContain(
      'Attended nothing on 5 school days running, up to 5 October 2026. Last attended on 28 September 2026.',
    );
  });

  it('finds the absences that looking at every day finds', () => {
    const marks = fc.array(fc.constantFrom('/', 'O', 'I', '#', '.', 'E'), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 4 }), (weeks) => {
        const sessions = sessionsOfMarks(weeks.map((codes) => codes.join('')));
        const days = [...new Set(sessions.filter(isPossible).map(({ on }) => on))].sort();
        const missed = days.map((on) => !sessions.some((one) => one.on === on && isAttended(one)));
        // A word of one letter a day: five or more of `x` that are as many as can be.
        const word = missed.map((one) => (one ? 'x' : '.')).join('');
        const runs = [...word.matchAll(/x{5,}/g)].map(({ index, 0: run }) => [
          ...[days[index], days[index + 4], days[index + run.length] ?? null],
        ]);
        expect(
          registerAttention(sessions)
            .filter(({ kind }) => kind === 'NOT_ATTENDED')
            .map(({ since, from, until }) => [since, from, until]),
        ).toEqual(runs);
      }),
    );
  });

  it('has a key of its own for each, the same however often it is told', () => {
    const weeks = [present, 'N/N/bbOOOO', 'OOOOOOOOOO'];
    const keys = registerAttention(sessionsOfMarks(weeks)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(registerAttention(sessionsOfMarks(weeks)).map(({ key }) => key)).toEqual(keys);
  });
});
