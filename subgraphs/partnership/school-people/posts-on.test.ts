import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { postsOn } from './posts-on.js';
import { requiredPosts, SchoolPostRole } from './school-post-role.js';

const { SENCO, ADVISORY_TEACHER, DESIGNATED_SAFEGUARDING_LEAD, DESIGNATED_TEACHER } = SchoolPostRole;
const day = '2026-11-20';
const told = (role: SchoolPostRole, name: string | null, from: string, until: string | null = null) => ({
  ...{ role, name, from, until },
});

const state = (posts: ReturnType<typeof told>[], notTaken: SchoolPostRole[] = []) =>
  Object.fromEntries(
    postsOn(posts, notTaken, day).map((post) => [
      post.role,
      [post.state, post.vacantSince, ...post.holders.map(({ name }) => name)],
    ]),
  );

describe('the posts of a school on a day', () => {
  it('are those that every school fills, vacant where nobody is told', () => {
    expect(state([])).toEqual(Object.fromEntries(requiredPosts.map((role) => [role, ['VACANT', null]])));
  });

  it('are vacant from the day on that a holder ended, and held until the day before', () => {
    expect(state([told(SENCO, 'A', '2024-09-01', day)])[SENCO]).toEqual(['VACANT', day]);
    expect(state([told(SENCO, 'A', '2024-09-01', '2026-11-21')])[SENCO]).toEqual(['HELD', null, 'A']);
  });

  it('are vacant since the last holder ended, whatever was said of before', () => {
    const holders = [told(SENCO, 'A', '2020-09-01', '2022-09-01'), told(SENCO, 'B', '2022-09-01', '2026-07-01')];
    expect(state([...holders, told(SENCO, null, '2026-09-01')])[SENCO]).toEqual(['VACANT', '2026-07-01']);
    expect(state([told(SENCO, null, '2026-09-01')])[SENCO]).toEqual(['VACANT', '2026-09-01']);
  });

  it('name a post that no law asks for once it is told of, and nobody before they begin', () => {
    expect(state([told(ADVISORY_TEACHER, 'A', '2026-12-01')])[ADVISORY_TEACHER]).toEqual(['VACANT', null]);
    expect(state([])[ADVISORY_TEACHER]).toBeUndefined();
  });

  it('are not known where nothing could be taken and nothing was held', () => {
    const slips = [DESIGNATED_TEACHER, ADVISORY_TEACHER];
    expect(state([told(DESIGNATED_TEACHER, 'A', '2024-09-01')], slips)).toEqual({
      [SENCO]: ['VACANT', null],
      [DESIGNATED_SAFEGUARDING_LEAD]: ['VACANT', null],
      [DESIGNATED_TEACHER]: ['HELD', null, 'A'],
      [ADVISORY_TEACHER]: ['NOT_RECEIVED', null],
    });
  });

  it('have each holder on each of their days, and are otherwise vacant: day by day', () => {
    const days = Array.from({ length: 12 }, (_, at) => `2026-11-${String(at + 10)}`);
    const post = fc
      .record({
        role: fc.constantFrom(...Object.values(SchoolPostRole)),
        name: fc.constantFrom('A', 'B', null),
        from: fc.constantFrom(...days),
        until: fc.option(fc.constantFrom(...days)),
      })
      .filter(({ from, until }) => until === null || from < until);
    fc.assert(
      fc.property(fc.array(post, { maxLength: 6 }), fc.constantFrom(...days), (all, on) => {
        for (const found of postsOn(all, [], on)) {
          const own = all.filter(({ role }) => role === found.role);
          const there = own.filter(
            ({ name, from, until }) =>
              name !== null &&
              days.indexOf(from) <= days.indexOf(on) &&
              (until === null || days.indexOf(on) < days.indexOf(until)),
          );
          expect(found.holders).toEqual(there);
          expect(found.state).toBe(there.length > 0 ? 'HELD' : 'VACANT');
          if (found.vacantSince !== null) {
            expect(found.vacantSince <= on).toBe(true);
            expect(own.some(({ from, until }) => [from, until].includes(found.vacantSince))).toBe(true);
          }
        }
        const listed = postsOn(all, [], on).map(({ role }) => role);
        expect(new Set(listed)).toEqual(new Set([...requiredPosts, ...all.map(({ role }) => role)]));
      }),
    );
  });
});
