import { describe, expect, it } from '@jest/globals';
import { maySeat } from './team-member.service.js';

describe('who sits in the team around a school', () => {
  it.each([
    ['senco', '900001', true],
    ['headteacher', '900001', true],
    ['designated-safeguarding-lead', '900001', true],
    ['senco', '900002', false],
    ['team-around-school-lead', '990', true],
    ['educational-psychologist', '990', false],
    ['social-worker', '900001', false],
  ])('is said by a %s of %s: %p', (role, org, may) => {
    expect(maySeat({ role, org }, '900001')).toBe(may);
  });
});
