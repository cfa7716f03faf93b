import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from 'pg';
import { clearances } from '../../cli/domains.js';
import { decide, type Decision } from '../../platform/access/decide.js';
import type { Basis } from '../../platform/access/rule.js';
import { areaSharing } from '../../platform/vocabulary/agreement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Purpose } from '../../platform/vocabulary/purpose.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { mayAskForPack } from '../../subgraphs/partnership/meeting-pack/meeting-pack.policy.js';
import { packParts } from '../../subgraphs/partnership/meeting-pack/pack-parts.js';
import { place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit } from '../support/opening.js';
import { policyOf } from './observe.js';

const { school, council, provider } = place;
const team = `team:tas:${school}`;
const subjects = ['one', 'two', 'three', 'four'] as const;
const children = Array.from({ length: 4 }, () => randomUUID());
const items = children.map(() => randomUUID());

let hub: TestHub;
let partnership: Client;

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
});
afterAll(() => hub.close());

const seldom = fc.integer({ min: 0, max: 4 }).map((n) => n === 0);
const mostly = seldom.map((is) => !is);

/** What may connect somebody with a child besides the agenda: at a meeting the roll of the own school counts, and nothing else. */
const grounds: readonly (readonly [Basis, string])[] = [
  ['SCHOOL_ROLL', `org:${school}`],
  ['SCHOOL_ROLL', 'org:900002'],
  ['RESIDENCE', `org:${council}`],
  ['PLAN_DUTY', `org:${council}`],
  ['REFERRAL', `org:${provider}`],
  ...subjects.map((subject): [Basis, string] => ['CASELOAD', `person:${subject}`]),
];

const anyChild = fc.record({
  // Opened to the team today, by its item; and whether that was closed.
  discussed: mostly,
  closed: seldom,
  grounds: fc.subarray([...grounds]),
  restriction: fc.option(fc.constantFrom('SEALED', 'ADOPTION', 'STAFF_FAMILY'), { nil: null, freq: 6 }),
  objection: fc.option(fc.constantFrom<Domain>(Domain.HEALTH, Domain.SOCIAL_CARE), { nil: null, freq: 6 }),
});

const inTeams: readonly Role[] = [
  ...(['senco', 'headteacher', 'designated-safeguarding-lead', 'social-worker'] as const),
  ...(['camhs-clinician', 'educational-psychologist', 'team-around-school-lead'] as const),
];
const others: readonly Role[] = ['social-work-team-manager', 'virtual-school-adviser', 'health-admin', 'analyst'];
const anyPerson = fc.record({
  role: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...inTeams) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  ),
  org: fc.constantFrom(school, school, '900002', council, provider),
  seat: fc.oneof(
    { weight: 6, arbitrary: fc.constant('held' as const) },
    { weight: 2, arbitrary: fc.constantFrom('ended' as const, 'none' as const) },
  ),
  // The 28th day after it is the day of tests: they are there no longer.
  seenOn: fc.constantFrom('2026-11-20', '2026-10-24', '2026-10-23'),
  // Two of two issuers are nobody.
  known: fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(0, 2) }),
});
type Person = typeof anyPerson extends fc.Arbitrary<infer P> ? P : never;

const anyWorld = fc.record({
  children: fc.array(anyChild, { minLength: children.length, maxLength: children.length }),
  people: fc.array(anyPerson, { minLength: subjects.length, maxLength: subjects.length }),
  asker: fc.record({
    role: fc.constantFrom<Role>(
      ...([
        'senco',
        'designated-safeguarding-lead',
        'headteacher',
        'team-around-school-lead',
        'social-worker',
      ] as const),
    ),
    org: fc.constantFrom(school, school, school, '900002', council),
    purpose: fc.constantFrom<Purpose>('TEAM_AROUND_SCHOOL', 'TEAM_AROUND_SCHOOL', 'SAFEGUARDING'),
    seated: mostly,
  }),
  agreed: mostly,
  members: fc.subarray([...subjects], { minLength: 1, maxLength: 3 }),
});
type World = typeof anyWorld extends fc.Arbitrary<infer W> ? W : never;

async function arrange({ children: of, people, asker, agreed }: World, sub: string): Promise<void> {
  const { admin } = hub;
  await admin.query(`delete from access.relationship; delete from access.membership; delete from access.restriction;
    delete from access.objection; delete from access.known_person; delete from partnership.agenda_item`);
  await admin.query(`update access.agreement set valid = tstzrange('2026-01-01', $1)`, [agreed ? null : '2026-06-01']);
  for (const [at, child] of of.entries()) {
    const id = children[at];
    // A restriction that comes closes what is open then; that it was decided on afterwards is another matter.
    if (child.restriction !== null)
      await admin.query(`insert into access.restriction values ($1, $2, '2026-01-01', null)`, [id, child.restriction]);
    if (child.objection !== null)
      await admin.query(`insert into access.objection values ($1, $2, null, tstzrange('2026-01-01', null), 'test')`, [
        id,
        child.objection,
      ]);
    await admin.query(
      `insert into partnership.agenda_item (id, school_urn, child_id, raised_by, reason, meeting_on, until, closed_at)
       values ($1, $2, $3, 'x', 'x', '2026-11-20', '2026-12-18', $4)`,
      [items[at], school, id, child.closed ? '2026-11-20' : null],
    );
    const related = [...child.grounds, ['TEAM_AROUND_SCHOOL', team] as const].filter(
      ([basis]) => basis !== 'TEAM_AROUND_SCHOOL' || child.discussed,
    );
    for (const [basis, grantee] of related)
      await admin.query(`insert into access.relationship values ($1, $2, $3, 'test', tstzrange('2026-01-01', null))`, [
        id,
        grantee,
        basis,
      ]);
  }
  for (const [at, { role, org, seat, seenOn, known }] of people.entries()) {
    for (let issuer = 0; issuer < known; issuer += 1)
      await admin.query(
        `insert into access.known_person (issuer, subject, name, organisation, role, known_since, last_seen)
         values ($1, $2, 'x', $3, $4, '2026-01-01', $5)`,
        [`https://issuer${String(issuer)}`, subjects[at], org, role, seenOn],
      );
    if (seat !== 'none')
      await admin.query(`insert into access.membership values ($1, $2, tstzrange('2026-01-01', $3))`, [
        `tas:${school}`,
        subjects[at],
        seat === 'ended' ? '2026-11-20' : null,
      ]);
  }
  if (asker.seated)
    await admin.query(`insert into access.membership values ($1, $2, tstzrange('2026-01-01', null))`, [
      `tas:${school}`,
      sub,
    ]);
}

const leads = ({ role, org }: Pick<Person, 'role' | 'org'>): boolean =>
  ['senco', 'headteacher', 'designated-safeguarding-lead'].includes(role) && org === school;

const isThere = (person: Person): boolean =>
  person.known === 1 && (person.seat === 'held' || (leads(person) && person.seenOn > '2026-10-23'));

/** What somebody is shown of one child in one part, by the pure policy. */
function shown(
  { agreed, children: of }: World,
  at: number,
  { domain, tier }: (typeof packParts)[number],
  who: { readonly role: Role; readonly purpose: Purpose },
  grantees: readonly string[],
): Decision {
  const child = of[at];
  const related = child?.discussed ? [...child.grounds, ['TEAM_AROUND_SCHOOL', team] as const] : (child?.grounds ?? []);
  return decide(policyOf(domain), who, tier, 'READ', {
    bases: related.filter(([, grantee]) => grantees.includes(grantee)).map(([basis]) => basis),
    agreements: agreed ? [areaSharing] : [],
    restricted:
      (child?.restriction ?? null) !== null &&
      !clearances.some(({ role, kind }) => role === who.role && kind === child?.restriction),
    objected: child?.objection === domain,
  });
}

/** Of each part, the children of the pack with the facets that are open to all: by the rules as a person would read them. */
function expected(world: World, sub: string): string[][] {
  const { asker, members, people } = world;
  const own = [`person:${sub}`, `org:${asker.org}`, ...(asker.seated ? [team] : [])];
  const there = people.filter((_, at) => members.some((subject) => subject === subjects[at]));
  const speaks = mayAskForPack(asker, school, asker.seated);
  return packParts.map((part) => {
    if (!speaks || !there.every(isThere)) return [];
    return children.flatMap((id, at) => {
      const child = world.children[at];
      if (!child?.discussed || child.closed) return [];
      const decisions = [
        shown(world, at, part, asker, own),
        ...there.map(({ role, org, seat }) =>
          shown(world, at, part, { role, purpose: 'TEAM_AROUND_SCHOOL' }, [
            ...(org === school ? [`org:${school}`] : []),
            ...(seat === 'held' ? [team] : []),
          ]),
        ),
      ];
      if (!decisions.every(({ outcome }) => outcome === 'FULL')) return [];
      const [first, ...others] = decisions.map(({ facets }) => facets);
      const common = [...(first ?? [])].filter((facet) => others.every((facets) => facets.has(facet)));
      return [`${id} ${common.sort().join()}`];
    });
  });
}

it('has of each part those whom everybody there may see by the pure policies, and no more', async () => {
  let full = 0;
  await fc.assert(
    fc.asyncProperty(anyWorld, async (world) => {
      const { role, org, purpose } = world.asker;
      const sub = 'asker-001';
      await arrange(world, sub);
      const voucher = await hub.voucher({ persona: 'senco', claims: { sub, org, role, purpose, purposes: [purpose] } });
      const question = JSON.stringify({ school, meetingOn: '2026-11-20', members: world.members, items });
      await partnership.query('begin');
      try {
        const opened = await openUnit(
          partnership,
          voucher,
          packParts.map(({ domain: about, tier }) =>
            asking(Domain.PARTNERSHIP, [question], { about, tier, kind: 'meeting-pack' }),
          ),
        );
        const found = opened.map(({ permitted, facets }) =>
          permitted.map(([id]) => `${id} ${[...(facets[id] ?? [])].sort().join()}`),
        );
        const wanted = expected(world, sub);
        expect(found.map((part) => [...part].sort())).toEqual(wanted.map((part) => [...part].sort()));
        full += wanted.flat().length;
      } finally {
        await partnership.query('rollback');
      }
    }),
  );
  // Nothing is proved by packs that are all empty.
  expect(full).toBeGreaterThan(0);
});
