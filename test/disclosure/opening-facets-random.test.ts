import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type Facts } from '../../platform/access/decide.js';
import { everyNumber, type Facet } from '../../platform/vocabulary/facet.js';
import type { Basis, Policy, Rule } from '../../platform/access/rule.js';
import { areaSharing } from '../../platform/vocabulary/agreement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { facetIds } from '../support/facet-ids.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit } from '../support/opening.js';

const { HEALTH } = Domain;
const who = { role: 'senco', purpose: 'TEAM_AROUND_SCHOOL' } as const;
const facets: readonly Facet[] = ['HISTORY', ...everyNumber];
/** Each may connect a person by themselves. */
const bases: readonly Basis[] = ['CASELOAD', 'SELF_CLAIMED', 'BREAK_GLASS', 'PARENTAL_RESPONSIBILITY'];
const children = Array.from({ length: 5 }, () => randomUUID());

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const anyRule = fc.record({
  outcome: fc.constantFrom<Rule['outcome']>('FULL', 'REDACTED', 'EXISTENCE_ONLY'),
  agreed: fc.boolean(),
  facets: fc.subarray([...facets], { maxLength: 3 }),
});

interface Found {
  readonly related: readonly Basis[];
  readonly sealed: boolean;
  readonly objected: boolean;
}
const anyChild = fc.record({
  related: fc.subarray([...bases]),
  sealed: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
  objected: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
});

const anyWorld = fc.record({
  // By the place of its basis; none where it stands in no rule.
  rules: fc.tuple(...bases.map(() => fc.option(anyRule, { nil: undefined }))),
  inForce: fc.boolean(),
  children: fc.array(anyChild, { minLength: 5, maxLength: 5 }),
  asked: fc.subarray(children, { minLength: 1 }),
});

type World = typeof anyWorld extends fc.Arbitrary<infer W> ? W : never;

const policyOf = (world: World): Policy => ({
  domain: HEALTH,
  version: 'test',
  rules: bases.flatMap((basis, at): Rule[] => {
    const given = world.rules[at];
    if (given === undefined) return [];
    const { agreed, ...rest } = given;
    const rule: Rule = {
      ...{ tier: 'T4', act: 'READ', roles: [who.role], purposes: [who.purpose], through: [basis], because: 'Yes.' },
      ...rest,
    };
    return [agreed ? { ...rule, agreement: areaSharing } : rule];
  }),
});

async function arrange(world: World, grantee: string): Promise<void> {
  const { admin } = hub;
  await admin.query(`delete from access.rule where tier = 'T4'`);
  for (const { outcome, through, agreement, facets: opened } of policyOf(world).rules)
    await admin.query(
      `insert into access.rule (about, tier, act, role, purpose, basis, agreement, outcome, version, facets)
       values ('HEALTH', 'T4', 'READ', $1, $2, $3, $4, $5, 'test', $6)`,
      [who.role, who.purpose, through[0], agreement ?? null, outcome, opened],
    );
  await admin.query('select access.compile_rulings()');
  await admin.query(`update access.agreement set valid = tstzrange('2026-01-01', $1)`, [
    world.inForce ? null : '2026-06-01',
  ]);
  for (const [at, { related, sealed, objected }] of world.children.entries()) {
    const id = children[at];
    await admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       select $1, $2, unnest($3::text[]), 'test', tstzrange('2026-01-01', null)`,
      [id, grantee, related],
    );
    if (sealed) await admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`, [id]);
    if (objected)
      await admin.query(
        `insert into access.objection values ($1, 'HEALTH', null, tstzrange('2026-01-01', null), 'test')`,
        [id],
      );
  }
}

/** What the pure policy says of each child who is asked for, and is shown. */
function expected(world: World): [child: string, outcome: string, facets: Facet[]][] {
  const policy = policyOf(world);
  return world.asked
    .map((child): [string, Found | undefined] => [child, world.children[children.indexOf(child)]])
    .flatMap(([child, found]) => {
      if (found === undefined) return [];
      const facts: Facts = {
        bases: found.related,
        agreements: world.inForce ? [areaSharing] : [],
        restricted: found.sealed,
        objected: found.objected,
      };
      const { outcome, facets: opened } = decide(policy, who, 'T4', 'READ', facts);
      return outcome === 'NOT_SHARED' ? [] : [[child, outcome, [...opened].sort()] as [string, string, Facet[]]];
    });
}

it('shows of each child, by the database, the facets that the pure policy says, and keeps the others shut', async () => {
  await fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      const voucher = await hub.voucher({ persona: who.role, purpose: who.purpose });
      const grantee = `person:${(JSON.parse(voucher.claims) as { sub: string }).sub}`;
      await hub.admin.query('begin');
      try {
        await arrange(world, grantee);
        // Beside a request of every child that opens nothing, so that groups are of several sets.
        const [, opened] = await openUnit(hub.admin, voucher, [
          asking(HEALTH, children, { tier: 'EXISTENCE' }),
          asking(HEALTH, world.asked, { tier: 'T4' }),
        ]);
        const told = expected(world);
        const besides = (child: string) => [...(opened?.facets[child] ?? [])].sort();
        expect(new Map(opened?.permitted.map(([child, outcome]) => [child, [outcome, besides(child)]]))).toEqual(
          new Map(told.map(([child, outcome, seen]) => [child, [outcome, seen]])),
        );
        for (const facet of facets) {
          const ids = told.flatMap(([child, , seen]) => (seen.includes(facet) ? [child] : []));
          expect([facet, await facetIds(hub.admin, HEALTH, HEALTH, 'T4', [facet])]).toEqual([facet, ids.sort()]);
        }
      } finally {
        await hub.admin.query('rollback');
      }
    }),
    { numRuns: 150, endOnFailure: true },
  );
});
