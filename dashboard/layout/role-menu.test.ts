import { describe, expect, it } from '@jest/globals';
import { personas } from '../../platform/auth/personas.js';
import { menuOf } from './role-menu.js';

const organisation = { id: '990', kind: 'council' };
const school = { id: '900001', kind: 'school' };

describe('the menu', () => {
  it('begins with the page of the weekly job', () => {
    const first = (role: string): string | undefined => menuOf({ role, organisation })[0]?.address;
    expect(menuOf({ role: 'senco', organisation: school })[0]?.address).toBe('/schools/900001');
    expect(first('social-worker')).toBe('/children');
    expect(first('virtual-school-head')).toBe('/virtual-school');
    expect(first('camhs-clinician')).toBe('/waiting-lists');
    expect(first('match-reviewer')).toBe('/matches');
    expect(first('integrator')).toBe('/data-quality');
    expect(first('a-role-of-tomorrow')).toBeUndefined();
  });

  it('has no entry twice, and for every role that reads children’s records a search', () => {
    for (const { role, scopes } of personas) {
      const addresses = menuOf({ role, organisation }).map(({ address }) => address);
      expect(new Set(addresses).size).toBe(addresses.length);
      if (scopes.includes('education:read'))
        expect({ role, addresses }).toEqual({ role, addresses: expect.arrayContaining(['/children']) as unknown });
    }
  });
});
