import { describe, expect, it } from '@jest/globals';
import { teamColumns } from './child.tables.js';

describe('the team around a child', () => {
  it.each([
    ['COMMUNITY_PAEDIATRICS service', false, 'Community paediatrics service'],
    ['CAMHS service', false, 'CAMHS service'],
    ['School (SENCO)', true, 'School (SENCO) (leads)'],
  ])('has no code for a role: %s', (role, lead, text) => {
    const member = { name: null, role, lead, organisation: null, since: null, contact: null };
    const column = teamColumns.find(({ title }) => title === 'Role');
    expect(column?.text(member as never)).toBe(text);
  });
});
