import { describe, expect, it } from '@jest/globals';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import type { Role } from '../../../platform/vocabulary/role.js';
import { isAmong } from '../../../platform/vocabulary/role-groups.js';
import { Sex } from '../../../platform/vocabulary/sex.js';
import { toChild } from './child.mapper.js';
import { childPolicy } from './child.policy.js';
import type { StoredChild } from './stored-child.js';

const stored: StoredChild = {
  childId: 'one',
  given: 'Al',
  family: 'Bo',
  preferred: null,
  previousFamily: [],
  dateOfBirth: '2014-01-01',
  sex: Sex.MALE,
  identifiers: Object.values(IdentifierType).map((type) => ({ type, value: type, verified: true })),
};

const none = new Set<never>();

/** By what any sentence of the policy says of the role: which numbers go with it depends on nothing else. */
const numbersFor = (role: Role) => {
  const rules = childPolicy.rules.filter(({ roles }) => isAmong(role, roles));
  const facets = new Set(rules.flatMap((rule) => rule.facets));
  return toChild(stored, { facets, diedOn: null }, '2026-11-20').identifiers?.map(({ type }) => type);
};

describe('a child as one role sees them', () => {
  it.each<[Role, string[]]>([
    ['senco', ['UPN', 'ULN']],
    ['educational-psychologist', ['UPN', 'ULN']],
    ['camhs-clinician', ['NHS_NUMBER']],
    ['health-admin', ['NHS_NUMBER']],
    ['social-worker', ['SOCIAL_CARE_ID']],
    ['virtual-school-head', ['UPN', 'SOCIAL_CARE_ID', 'ULN']],
    ['team-around-school-lead', []],
    ['match-reviewer', []],
  ])('carries to a %s the numbers %p', (role, types) => {
    expect(numbersFor(role)).toEqual(types);
  });

  it('has no name where none is held', () => {
    expect(
      toChild({ ...stored, given: null, family: null }, { facets: none, diedOn: null }, '2026-11-20').name,
    ).toBeNull();
  });

  it('is, after a death, as old as on that day, and not before it', () => {
    const seen = (today: string, diedOn: string | null) => {
      const { age, diedOn: died } = toChild(stored, { facets: none, diedOn }, today);
      return [age, died];
    };
    expect(seen('2026-11-20', '2024-06-01')).toEqual([10, '2024-06-01']);
    expect(seen('2026-11-20', null)).toEqual([12, null]);
  });
});
