import { describe, expect, it } from '@jest/globals';
import type { Caller } from '../auth/door.js';
import { Domain } from '../vocabulary/domain.js';
import { roles } from '../vocabulary/role.js';
import { allow, byLaw, mayRead } from './allow.js';
import { Permit } from './permit.js';
import type { Policy } from './rule.js';

const caller = (role: string, operations: readonly string[] | null): Caller =>
  ({ claims: { role, purpose: 'SAFEGUARDING' }, operations }) as unknown as Caller;

const everybody = byLaw('CASELOAD').because('Everybody may, in this test.');
const policy: Policy = {
  domain: Domain.HEALTH,
  version: 'test',
  rules: mayRead('T3', [allow(roles).for('SAFEGUARDING').when(everybody)]),
};

const own = { holder: Domain.HEALTH, tier: 'T3', operation: 'team-feed' } as const;
const system = (...operations: string[]): Caller => caller('system', operations);

describe('an operation of the hub’s own systems', () => {
  it.each(roles)('is refused to a %s, though every rule would let them read', (role) => {
    expect(Permit.for(caller(role, null), policy, { tier: 'T3', operation: 'child' }).refused).toBe(false);
    expect(Permit.forSystem(caller(role, null), own).refused).toBe(true);
  });

  it('is for the system whose key names it, in that domain and for that act', () => {
    expect(Permit.forSystem(system('HEALTH:team-feed'), own).refused).toBe(false);
    expect(Permit.forSystem(system('HEALTH:team-feed:WRITE'), { ...own, act: 'WRITE' }).refused).toBe(false);
    for (const named of ['EDUCATION:team-feed', 'HEALTH:death-feed', 'HEALTH:team-feed:WRITE', 'HEALTH'])
      expect(Permit.forSystem(system(named), own).refused).toBe(true);
    expect(Permit.forSystem(system(), own).refused).toBe(true);
  });

  it('is asked for as such: what goes by rules is refused to a system', () => {
    const feed = system('HEALTH:team-feed', 'HEALTH:child');
    expect(Permit.for(feed, policy, { tier: 'T3', operation: 'team-feed' }).refused).toBe(true);
    expect(Permit.forCopy(feed, { ...own, about: Domain.EDUCATION }).refused).toBe(true);
  });
});
