import { describe, expect, it } from '@jest/globals';
import { manifests } from '../../cli/domains.js';
import { facetsFor, rulesFor } from '../../platform/access/decide.js';
import { type Facet, toldAs } from '../../platform/vocabulary/facet.js';
import type { Policy, Rule, Tier } from '../../platform/access/rule.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { purposes } from '../../platform/vocabulary/purpose.js';
import { roles } from '../../platform/vocabulary/role.js';
import { facetsBefore } from '../support/facets-before.js';

const policyOf = (domain: Domain): Policy => {
  const given = manifests.find((manifest) => manifest.domain === domain)?.schema.policies ?? [];
  return { domain, version: 'test', rules: given.flatMap(({ rules }) => rules) };
};

const asked = roles.flatMap((role) => purposes.map((purpose) => ({ role, purpose })));

/** The tiers that hold what only some see. */
const numbers: [Domain, Tier, Rule['act']] = [Domain.PARTNERSHIP, 'T1', 'READ'];
const history: [Domain, Tier, Rule['act']] = [Domain.SOCIAL_CARE, 'T3', 'READ'];
const claims: [Domain, Tier, Rule['act']] = [Domain.PARTNERSHIP, 'EXISTENCE', 'WRITE'];

/** Roles that came after the rules: of no list before. */
const rolesSince: readonly string[] = ['attendance-officer', 'exclusions-officer'];

/** Of the record itself: who is told of what happens is another question (who-is-told.test.ts). */
const seen = (facets: Iterable<Facet>): Facet[] =>
  [...facets].filter((facet) => !(toldAs as readonly Facet[]).includes(facet)).sort();

describe('what only some see in a record', () => {
  it.each([
    ['numbers', numbers, 'NUMBERS'],
    ['a history of statuses', history, 'HISTORY'],
  ] as const)('is by the rules what it was by lists of roles: %s', (_, [domain, tier, act], kind) => {
    const policy = policyOf(domain);
    for (const who of asked.filter(({ role }) => !rolesSince.includes(role))) {
      const rules = rulesFor(policy, who, tier, act);
      const before = rules.length > 0 ? facetsBefore(who.role, kind) : [];
      expect([who, seen(facetsFor(policy, who, tier, act))]).toEqual([who, before]);
      // Whatever connects them to the child: it did not depend on that.
      for (const { facets } of rules) expect([who, seen(facets)]).toEqual([who, before]);
    }
  });

  it('is the number somebody claims a child by, of whatever kind for who parts records', () => {
    const [domain, tier, act] = claims;
    for (const who of asked) {
      const may = rulesFor(policyOf(domain), who, tier, act).length > 0;
      const every: Facet[] = ['NHS_NUMBER', 'SOCIAL_CARE_ID', 'ULN', 'UPN'];
      const before = who.role === 'match-reviewer' ? every : facetsBefore(who.role, 'NUMBERS');
      expect([who, [...facetsFor(policyOf(domain), who, tier, act)].sort()]).toEqual([who, may ? before : []]);
    }
  });

  it('stands nowhere else', () => {
    // Since then, which service it is where its name is not told outside health: see sensitive-service.test.ts. And a team's agenda,
    // which goes to whom a sentence about teams lets in: see meeting-acts.test.ts.
    const known = [...[numbers, history, claims].map((one) => one.join(' ')), 'HEALTH T3 READ', 'PARTNERSHIP T2 READ'];
    const opening = Object.values(Domain).flatMap((domain) =>
      policyOf(domain).rules.flatMap(({ tier, act, facets }) =>
        seen(facets).length > 0 ? [[domain, tier, act].join(' ')] : [],
      ),
    );
    expect([...new Set(opening)].sort()).toEqual([...known].sort());
  });
});
