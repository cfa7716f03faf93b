import fc from 'fast-check';
import type { Client } from 'pg';
import { purposes } from '../../platform/vocabulary/purpose.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Role } from '../../platform/vocabulary/role.js';
import type { Asking } from './opening.js';

/** A small world: a few children and everything that a decision about them can rest on. */
export interface World {
  readonly relationships: readonly (readonly [child: number, grantee: string, basis: string, valid: string])[];
  readonly memberships: readonly (readonly [team: string, subject: string, valid: string])[];
  readonly restrictions: readonly (readonly [child: number, kind: string, since: string, until: string | null])[];
  readonly objections: readonly (readonly [
    child: number,
    about: string | null,
    purpose: string | null,
    valid: string,
  ])[];
  /** Each child's shown id: itself, or an elder one. */
  readonly shownBy: readonly number[];
  readonly deaths: readonly (readonly [child: number, diedOn: string])[];
  readonly forgotten: readonly number[];
  readonly agreements: readonly (readonly [agreement: string, valid: string])[];
}

/** Who opens a unit: somebody with a role, or a system by its minter’s name. */
export type Asker =
  | {
      readonly sub: string;
      readonly org: string;
      readonly role: Role | 'nobody';
      readonly purpose: (typeof purposes)[number];
    }
  | { readonly system: string };

/** A unit of work: its caller, and what is opened, once or twice. */
export interface RandomUnit {
  readonly asker: Asker;
  readonly opens: readonly (readonly Asking[])[];
}

const hex = (n: number): string => n.toString(16).padStart(12, '0');
const count = 14;
const children = Array.from({ length: count }, (_, n) => `00000000-0000-4000-8000-${hex(n * 7919)}`);
/** An id that no child has. */
const nobody = '00000000-0000-4000-8000-ffffffffffff';
const entries = children.map((_, n) => `00000000-0000-4000-9000-${hex(n)}`);

const domains = Object.values(Domain);
const bases = [
  'SCHOOL_ROLL',
  'CASELOAD',
  'REFERRAL',
  'TEAM_AROUND_SCHOOL',
  'LOOKED_AFTER_DUTY',
  'ONCE_LOOKED_AFTER',
  'PLAN_DUTY',
  'RESIDENCE',
  'MATCH_REVIEW',
  'SELF_CLAIMED',
  'PARENTAL_RESPONSIBILITY',
];
const subjects = ['one', 'two', 'three'];
const organisations = ['900001', '990', 'XAC01'];
const teams = ['tas:900001', 'tas:900002'];
const roles: readonly (Role | 'nobody')[] = [
  'camhs-clinician',
  'designated-safeguarding-lead',
  'educational-psychologist',
  'ehc-coordinator',
  'headteacher',
  'health-admin',
  'match-reviewer',
  'salt-therapist',
  'senco',
  'send-officer',
  'social-work-team-manager',
  'social-worker',
  'team-around-school-lead',
  'virtual-school-adviser',
  'virtual-school-head',
  'analyst',
  'nobody',
];
const grantees = [
  ...subjects.map((subject) => `person:${subject}`),
  ...organisations.map((organisation) => `org:${organisation}`),
  ...teams.map((team) => `team:${team}`),
];
const agreements = ['area-send-sharing', 'another-agreement'];

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 });
const child = fc.nat(count - 1);
// Around 20 November 2026, the day tests stand at; most hold.
const valid = fc.oneof(
  { weight: 6, arbitrary: some(['[2026-01-01,)', '(,)', '[2026-11-20,2026-11-21)', '[2026-01-01,2027-01-01)']) },
  {
    weight: 2,
    arbitrary: some(['[2026-01-01,2026-11-20)', '[2026-11-21,)', '(,2026-11-19)', '[2027-01-01,)', 'empty']),
  },
);
const day = some(['2026-01-01', '2026-11-19', '2026-11-20', '2026-11-21']);
const rarely = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength });

export const anyWorld: fc.Arbitrary<World> = fc.record({
  relationships: fc.array(fc.tuple(child, some(grantees), some(bases), valid), { minLength: 40, maxLength: 140 }),
  memberships: rarely(fc.tuple(some(teams), some(subjects), valid), 5),
  restrictions: rarely(
    fc.tuple(
      child,
      some(['PROTECTED_ADDRESS', 'ADOPTION', 'SEALED', 'STAFF_FAMILY']),
      day,
      perhaps(some(['2026-11-20', '2026-11-20', '2026-11-21', '2026-01-02'])),
    ),
    5,
  ),
  objections: rarely(fc.tuple(child, perhaps(some<string>(domains)), perhaps(some<string>(purposes)), valid), 6),
  // An elder child that is shown by itself: a link never leads on to another.
  shownBy: fc
    .array(fc.nat(count * 2), { minLength: count, maxLength: count })
    .map((wishes) =>
      wishes.reduce<number[]>((shown, wish, n) => [...shown, wish < n && shown[wish] === wish ? wish : n], []),
    ),
  deaths: rarely(fc.tuple(child, day), 4),
  forgotten: rarely(child, 3),
  agreements: fc.tuple(
    fc.tuple(fc.constant('area-send-sharing'), fc.oneof({ weight: 3, arbitrary: fc.constant('(,)') }, valid)),
    fc.tuple(fc.constant('another-agreement'), valid),
  ),
});

const childKey = fc.oneof(
  { weight: 12, arbitrary: some(children) },
  { weight: 1, arbitrary: some([nobody, 'no-id', '', `${children[0] ?? ''} `]) },
);
const otherKey = fc.oneof(
  {
    weight: 6,
    arbitrary: some([
      ...entries,
      ...children.map((_, n) => `XAC01|entry-${String(n)}`),
      ...children.map((_, n) => `hash-${String(n)}`),
    ]),
  },
  { weight: 1, arbitrary: some(['unknown', '', '900001']) },
);
const keysOf = (key: fc.Arbitrary<string>, maxLength = 8): fc.Arbitrary<string[]> => fc.array(key, { maxLength });

const from = fc.record(
  {
    bases: fc.subarray(bases),
    grantee: some(grantees),
    after: some(children),
    limit: fc.constantFrom(0, 1, 3, 100),
  },
  { requiredKeys: ['bases'] },
);
const sought = fc.record({
  terms: fc.array(fc.record({ part: some(['family', 'given']), key: fc.nat(3), weight: some([100, 60]) }), {
    minLength: 1,
    maxLength: 3,
  }),
  first: fc.constantFrom(1, 3, 50),
});

const asked = fc.oneof(
  { weight: 12, arbitrary: keysOf(childKey).map((keys) => ({ keys })) },
  { weight: 1, arbitrary: keysOf(childKey).map((keys) => ({ kind: 'child', keys })) },
  { weight: 3, arbitrary: from.map((list) => ({ from: list })) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: some(['waiting-list-entry', 'listed-entry', 'agenda-item', 'identifier', 'unknown-kind']),
      keys: keysOf(otherKey, 4),
    }),
  },
  { weight: 2, arbitrary: sought.map((terms) => ({ kind: 'search', keys: ['a-hash'], sought: terms })) },
);

const tierOf: Readonly<Record<Domain, Asking['tier']>> = {
  PARTNERSHIP: 'T1',
  EDUCATION: 'T2',
  HEALTH: 'T3',
  SOCIAL_CARE: 'T3',
  VIRTUAL_SCHOOL: 'T2',
};

const request: fc.Arbitrary<Asking> = fc
  .record({
    holder: some(domains),
    about: fc.option(some(domains), { freq: 3 }),
    tier: fc.option(some<Asking['tier']>(['EXISTENCE', 'T1', 'T2', 'T3', 'T4']), { freq: 2 }),
    act: fc.oneof(
      { weight: 4, arbitrary: fc.constant('READ' as const) },
      { weight: 1, arbitrary: fc.constant('WRITE' as const) },
    ),
    operation: some(['test', 'other']),
    asked,
  })
  .map(({ asked: what, about, tier, ...frame }) => {
    // Only partnership has names to search among.
    const holder = 'sought' in what ? Domain.PARTNERSHIP : frame.holder;
    return { ...frame, holder, about: about ?? holder, tier: tier ?? tierOf[about ?? holder], ...what };
  });

// Most are of a few roles and purposes, for which there are many rules; some of any.
const busyRoles: readonly Role[] = ['senco', 'designated-safeguarding-lead', 'social-worker', 'camhs-clinician'];
const busyPurposes = ['TEAM_AROUND_SCHOOL', 'SAFEGUARDING', 'DIRECT_CARE'] as const;
const workplace = { sub: some(subjects), org: some(organisations) };
const person = fc.oneof(
  { weight: 5, arbitrary: fc.record({ ...workplace, role: some(busyRoles), purpose: some(busyPurposes) }) },
  { weight: 1, arbitrary: fc.record({ ...workplace, role: some(roles), purpose: some(purposes) }) },
);

/** What each system's key is for, of which a unit of its own asks; now and then of something else. */
const operations: Readonly<Record<string, readonly (readonly [Domain, string, Asking['act']])[]>> = {
  ingest: [...domains.map((domain) => [domain, 'ingest', 'WRITE'] as const), [Domain.PARTNERSHIP, 'resolve', 'READ']],
  'team-feed': [
    ...[Domain.EDUCATION, Domain.HEALTH].map((domain) => [domain, 'team-feed', 'READ'] as const),
    [Domain.PARTNERSHIP, 'keep-team', 'WRITE'],
  ],
  'death-feed': [
    [Domain.SOCIAL_CARE, 'death-feed', 'READ'],
    [Domain.PARTNERSHIP, 'note-deaths', 'WRITE'],
  ],
};

const systemUnit = some(Object.keys(operations)).chain((system) =>
  fc.record({
    asker: fc.constant({ system }),
    opens: fc.array(
      fc.array(
        fc
          .tuple(request, some(operations[system] ?? []), fc.nat(19))
          .map(([one, [holder, operation, act], wrong]) =>
            wrong === 0 || 'sought' in one ? one : { ...one, holder, operation, act },
          ),
        { minLength: 1, maxLength: 4 },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);

const personUnit = fc.record({
  asker: person,
  opens: fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.array(request, { minLength: 1, maxLength: 12 })) },
    { weight: 1, arbitrary: fc.tuple(fc.array(request, { maxLength: 6 }), fc.array(request, { maxLength: 6 })) },
  ),
});

export const anyUnit: fc.Arbitrary<RandomUnit> = fc.oneof(
  { weight: 7, arbitrary: personUnit },
  { weight: 1, arbitrary: systemUnit },
);

/** Every id that a unit may ask about, and one that nobody has. */
export const worldChildren: readonly string[] = [...children, nobody];

/** Puts a world into the transaction, in the place of what stood there. */
export async function build(client: Client, world: World): Promise<void> {
  await client.query(`truncate access.relationship, access.membership, access.restriction, access.objection,
    access.child_alias, access.death, access.forgotten`);
  const rows = async (sql: string, values: readonly unknown[]): Promise<unknown> =>
    client.query(sql, [JSON.stringify(values)]);
  const id = (n: number): string => children[n] ?? '';
  await rows(
    `insert into access.relationship select (r ->> 0)::uuid, r ->> 1, r ->> 2, n::text, (r ->> 3)::tstzrange
     from jsonb_array_elements($1::jsonb) with ordinality x(r, n)`,
    world.relationships.map(([n, ...rest]) => [id(n), ...rest]),
  );
  await rows(
    `insert into access.membership select r ->> 0, r ->> 1, (r ->> 2)::tstzrange from jsonb_array_elements($1::jsonb) r on conflict do nothing`,
    world.memberships,
  );
  await rows(
    `insert into access.restriction select (r ->> 0)::uuid, r ->> 1, (r ->> 2)::date, (r ->> 3)::date
     from jsonb_array_elements($1::jsonb) r on conflict do nothing`,
    world.restrictions.map(([n, ...rest]) => [id(n), ...rest]),
  );
  await rows(
    `insert into access.objection select (r ->> 0)::uuid, r ->> 1, r ->> 2, (r ->> 3)::tstzrange, n::text
     from jsonb_array_elements($1::jsonb) with ordinality x(r, n)`,
    world.objections.map(([n, ...rest]) => [id(n), ...rest]),
  );
  await rows(
    `insert into access.child_alias select (r ->> 0)::uuid, (r ->> 1)::uuid from jsonb_array_elements($1::jsonb) r`,
    world.shownBy.flatMap((shown, n) => (shown === n ? [] : [[id(n), id(shown)]])),
  );
  await rows(
    `insert into access.death select (r ->> 0)::uuid, (r ->> 1)::date from jsonb_array_elements($1::jsonb) r on conflict do nothing`,
    world.deaths.map(([n, on]) => [id(n), on]),
  );
  await rows(
    `insert into access.forgotten select (r ->> 0)::uuid from jsonb_array_elements($1::jsonb) r on conflict do nothing`,
    world.forgotten.map((n) => [id(n)]),
  );
  await rows(
    `update access.agreement a set valid = (r ->> 1)::tstzrange from jsonb_array_elements($1::jsonb) r where a.agreement = r ->> 0`,
    world.agreements,
  );
}

/**
 * Rules beside the product's own, so that outcomes, bases and agreements meet in every order. A rule that is compiled
 * into another shape is compiled anew by whoever calls this.
 */
export async function widenRules(admin: Client): Promise<void> {
  await admin.query(
    `insert into access.agreement values ('another-agreement', 'Another agreement', tstzrange('2026-01-01', null)) on conflict do nothing`,
  );
  const rules = fc.sample(
    fc.tuple(
      some<string>(domains),
      some(['EXISTENCE', 'T1', 'T2', 'T3', 'T4']),
      some(['READ', 'READ', 'WRITE']),
      some(busyRoles),
      some<string>(busyPurposes),
      some(bases),
      perhaps(some(agreements)),
      some(['FULL', 'REDACTED', 'EXISTENCE_ONLY']),
      some(['test.1', 'zz.2']),
    ),
    { numRuns: 2500, seed: 9 },
  );
  await admin.query(
    `insert into access.rule (about, tier, act, role, purpose, basis, agreement, outcome, version)
     select r ->> 0, r ->> 1, r ->> 2, r ->> 3, r ->> 4, r ->> 5, r ->> 6, r ->> 7, r ->> 8 from jsonb_array_elements($1::jsonb) r
     on conflict do nothing`,
    [JSON.stringify(rules)],
  );
  await admin.query('select access.compile_rulings()');
}

/** The children themselves, once: what keys of every kind, and names, lead to. Numbers are shared by two children each. */
export async function arrangeKeys(admin: Client): Promise<void> {
  await admin.query(`insert into partnership.child (child_id) select unnest($1::uuid[])`, [children]);
  await admin.query(
    `insert into health.waiting_list_entry (id, child_id, provider_ods, entry_ref, service, status, status_on, received_on)
     select (r ->> 0)::uuid, (r ->> 1)::uuid, 'XAC01', 'entry-' || (n - 1), 'CAMHS', 'REFERRED', '2026-11-01', '2026-11-01'
     from jsonb_array_elements($1::jsonb) with ordinality x(r, n)`,
    [JSON.stringify(children.map((one, n) => [entries[n], one]))],
  );
  await admin.query(
    `insert into partnership.search_entry (child_id, keys, area) select (r ->> 0)::uuid, array[(n % 4)::bigint, ((n / 4) % 4)::bigint], 'org:990'
     from jsonb_array_elements($1::jsonb) with ordinality x(r, n)`,
    [JSON.stringify(children.map((one) => [one]))],
  );
  await admin.query(
    `insert into partnership.identifier (type, value, child_id, verified, value_hash)
     select 'UPN', 'value-' || (n - 1), (r ->> 0)::uuid, true, 'hash-' || (n - 1) / 2 * 2 from jsonb_array_elements($1::jsonb) with ordinality x(r, n)`,
    [JSON.stringify(children.map((one) => [one]))],
  );
}
