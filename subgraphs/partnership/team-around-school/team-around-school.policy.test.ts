import { describe, expect, it } from '@jest/globals';
import { type Role, roles } from '../../../platform/vocabulary/role.js';
import { leadsSafeguarding, mayDecide, mayRenew, maySeat } from './team-around-school.policy.js';

describe('who sits in the team around a school', () => {
  it.each<[Role, string, boolean, boolean]>([
    ['senco', '900001', false, true],
    ['headteacher', '900001', false, true],
    ['designated-safeguarding-lead', '900001', false, true],
    ['senco', '900002', true, false],
    ['team-around-school-lead', '990', true, true],
    ['team-around-school-lead', '990', false, false],
    ['educational-psychologist', '990', true, false],
    ['social-worker', '900001', true, false],
  ])('is said by a %s of %s with a seat %p: %p', (role, org, held, may) => {
    expect(maySeat({ role, org, sub: 'me' }, '900001', { held, subject: 'somebody' })).toBe(may);
  });

  it('is never said by a lead of themselves', () => {
    const lead = { role: 'team-around-school-lead' satisfies Role, org: '990', sub: 'me' };
    expect(maySeat(lead, '900001', { held: true, subject: 'me' })).toBe(false);
  });
});

describe('a child whom a restriction is about', () => {
  it('is discussed where the school’s own safeguarding lead decides so, and nobody else', () => {
    expect(roles.filter((role) => mayDecide({ role }))).toEqual(['designated-safeguarding-lead']);
    expect(roles.filter((role) => leadsSafeguarding({ role, org: '900001' }, '900001'))).toEqual([
      'designated-safeguarding-lead',
    ]);
    expect(roles.filter((role) => leadsSafeguarding({ role, org: '900002' }, '900001'))).toEqual([]);
  });
});

describe('an item of an agenda', () => {
  it('is kept for longer by those who lead the school, and by who leads its team', () => {
    const renews = (org: string): Role[] => roles.filter((role) => mayRenew({ role, org }, '900001'));
    expect(renews('900001')).toEqual([
      'senco',
      'designated-safeguarding-lead',
      'headteacher',
      'team-around-school-lead',
    ]);
    expect(renews('900002')).toEqual(['team-around-school-lead']);
  });
});
