import { describe, expect, it } from '@jest/globals';
import { personas } from '../../platform/auth/personas.js';
import { mayAgree } from './may-agree.js';

describe('the link to record an action on a child’s page', () => {
  const offered = (role: string, kind: string, purpose: string): boolean =>
    mayAgree({ purpose, viewer: { name: '', role, purposes: [], organisation: { id: '1', name: null, kind } } });

  it('stands there for schools, social workers and the virtual school, in their first purpose, and for nobody else', () => {
    const found = personas.filter(({ role, works, purposes }) => offered(role, works, purposes[0] ?? ''));
    expect(found.map(({ role }) => role)).toEqual([
      ...['senco', 'designated-safeguarding-lead', 'headteacher', 'social-worker', 'social-work-team-manager'],
      ...['virtual-school-head', 'virtual-school-adviser'],
    ]);
  });

  it('does not stand there for a guest of a school’s team, who records on its page', () => {
    expect(offered('social-worker', 'council', 'TEAM_AROUND_SCHOOL')).toBe(false);
    expect(offered('educational-psychologist', 'council', 'TEAM_AROUND_SCHOOL')).toBe(false);
  });
});
