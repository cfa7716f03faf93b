import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { qualityOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, marked, onRoll, type Pupil, pupil, suspended, take } from '../support/partner-files.js';

let hub: TestHub;
const [school, other] = ['900001', '900002'];
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

/** Days from a Monday, two marks each. */
const register = (of: Pupil, monday: string, ...days: readonly string[]): Line[] =>
  days.map((marks, at) => {
    const [am = '', pm = ''] = marks.split(' ');
    return marked(of, school, Temporal.PlainDate.from(monday).add({ days: at }).toString(), am, pm);
  });

async function told(rule: string): Promise<number> {
  const { education } = await qualityOf(hub);
  return education?.find((one) => one.source === 'suspensions' && one.rule === rule)?.count ?? -1;
}

describe('a data manager is told of suspensions', () => {
  it('and registers that say otherwise: no E where there is one, and an E where there is none', async () => {
    const child = pupil(1);
    await take(hub, 'school-census', [onRoll(child, school, '2026-09-02')]);
    // The school was closed on the Wednesday: the fourth and fifth session are Thursday's.
    await take(hub, 'attendance', register(child, '2026-10-05', '/ E', 'E E', '# #', 'E E', '/ \\'));
    expect(await told('register-says-otherwise')).toBe(0);
    await take(hub, 'suspensions', [suspended(child, school, '2026-10-05', '5', { session: 'PM' })]);
    expect(await told('register-says-otherwise')).toBe(0);
    await take(hub, 'attendance', register(child, '2026-10-12', 'E E'));
    expect(await told('register-says-otherwise')).toBe(2);
    await take(hub, 'suspensions', [suspended(child, school, '2026-10-12', '3')]);
    await take(hub, 'attendance', register(child, '2026-10-12', '', '/ \\'));
    expect(await told('register-says-otherwise')).toBe(1);
  });

  it('after which a child was educated elsewhere, or excluded for good, with no more ado', async () => {
    const child = pupil(2);
    await take(hub, 'school-census', [onRoll(child, school, '2026-09-02')]);
    await take(hub, 'suspensions', [
      suspended(child, school, '2026-10-05', '4'),
      suspended(child, school, '2026-10-07', '', { category: 'PERM' }),
    ]);
    await take(hub, 'attendance', register(child, '2026-10-05', 'E E', 'B B', 'E E', 'E E'));
    expect(await told('register-says-otherwise')).toBe(1);
  });

  it('of a day on which the child was not on the roll, and of two that share a session', async () => {
    const child = pupil(3);
    await take(hub, 'school-census', [onRoll(child, other, '2026-09-02', '2026-10-09')]);
    await take(hub, 'suspensions', [suspended(child, other, '2026-10-08', '2')]);
    expect([await told('suspension-outside-enrolment'), await told('suspensions-overlap')]).toEqual([0, 0]);
    await take(hub, 'suspensions', [suspended(child, other, '2026-10-09', '3')]);
    expect([await told('suspension-outside-enrolment'), await told('suspensions-overlap')]).toEqual([1, 0]);
    // From Friday on for three sessions: Monday morning is the last of them.
    await take(hub, 'suspensions', [suspended(child, other, '2026-10-12', '1', { session: 'PM' })]);
    expect(await told('suspensions-overlap')).toBe(0);
    await take(hub, 'suspensions', [suspended(child, other, '2026-10-12', '1')]);
    expect(await told('suspensions-overlap')).toBe(1);
  });
});
