import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { type Cube, entitlementTo } from '../../platform/access/cube.js';
import { decide } from '../../platform/access/decide.js';
import type { Policy, Tier } from '../../platform/access/rule.js';
import { personaNamed, subjectOf } from '../../platform/auth/personas.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { roles } from '../../platform/vocabulary/role.js';
import { thresholdsListPolicy } from '../../subgraphs/education/attendance-threshold/list/thresholds-list.policy.js';
import { educationPolicy } from '../../subgraphs/education/child/education.policy.js';
import { riskOfExclusionPolicy } from '../../subgraphs/education/risk-of-exclusion/risk-of-exclusion.policy.js';
import { schoolAttendanceCube } from '../../subgraphs/education/school-attendance/school-attendance.cube.js';
import { sixthDaysCube } from '../../subgraphs/education/sixth-day-figures/sixth-days.cube.js';
import { suspensionsCube } from '../../subgraphs/education/suspension-figures/suspensions.cube.js';
import { suspendedListPolicy } from '../../subgraphs/education/suspension/list/suspended-list.policy.js';
import { recordProvisionPolicy } from '../../subgraphs/education/suspension/record-provision.policy.js';
import { inboxPolicy } from '../../subgraphs/partnership/notice/notice.policy.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, openUnit, undone } from '../support/opening.js';
import { allScopes, askerOf, factsOf, policyOf } from './observe.js';
import { relationsOf, type Scenario } from './scenario.js';
import { suspensionActRows, suspensionActs } from './suspension-acts.js';

let hub: TestHub;
let education: Client;
let virtualSchool: Client;
let partnership: Client;

beforeAll(async () => {
  hub = await testHub();
  education = await hub.appClient(Domain.EDUCATION);
  virtualSchool = await hub.appClient(Domain.VIRTUAL_SCHOOL);
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  await hub.admin.query(
    `insert into education.school (urn, name, type, status, local_authority_code, local_authority_name)
     values ('900002', 'Elsewhere Primary', 'Community school', 'Open', '990', 'Aldermere')`,
  );
});
afterAll(() => hub.close());

const tables = [
  'suspension_provision',
  'suspension',
  'attendance_correction',
  'attendance_week',
  'risk_review',
  'enrolment',
];

/** One child of whom all of it is held, and nobody besides: so few that what is told of many is hidden. */
async function arranged(through: string): Promise<string> {
  for (const table of tables) await hub.admin.query(`delete from education.${table}`);
  await hub.admin.query('delete from partnership.notice_mark');
  await hub.admin.query('delete from partnership.notice');
  const child = await arrangeChild(hub.admin, relationsOf(through));
  await hub.admin.query(
    `insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, recorded_at)
     values (gen_random_uuid(), $1, $2, '2026-10-05', 'SUSPENSION', 1, 'AM', 3, now()),
       (gen_random_uuid(), $1, $2, '2026-10-12', 'SUSPENSION', 1, 'AM', 3, now()),
       (gen_random_uuid(), $1, $2, '2026-11-13', 'PERMANENT', 1, null, null, now())`,
    [child, place.school],
  );
  await hub.admin.query(`update education.attendance_week set marks = 'OOOOOOOOOO' where child_id = $1`, [child]);
  await hub.admin.query(
    `insert into education.attendance_correction (id, child_id, enrolment_id, urn, session_on, session, was, became, file, recorded_at)
     select gen_random_uuid(), child_id, id, urn, '2026-11-02', 'AM', 'N', 'O', 'a.csv', now() from education.enrolment where child_id = $1`,
    [child],
  );
  await hub.admin.query(
    `insert into education.risk_review (child_id, reviewed_on, interventions, actor, actor_name, actor_role, actor_org)
     values ($1, '2026-11-16', '{Mentor}', 'x', 'x', 'headteacher', $2)`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_suspension (child_id, school_urn, started_on, category, sessions)
     values ($1, $2, '2026-01-12', 'SUSPENSION', 3)`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_interval (child_id, status, held_from, held_until)
     values ($1, 'LOOKED_AFTER', '2025-10-06', '2026-02-02')`,
    [child],
  );
  await hub.admin.query(
    `insert into partnership.notice (child_id, domain, fact_key, told_as, kind, happened_on, organisation, fact, raised_at)
     select $1, 'EDUCATION', 'suspension/' || t, t, 'SUSPENSION', '2026-10-12', null, 'A fact.', '2026-10-12'
     from unnest(array['TOLD_AS_SOCIAL_WORKER', 'TOLD_AS_VIRTUAL_SCHOOL_HEAD', 'TOLD_AS_VIRTUAL_SCHOOL_ADVISER', 'TOLD_AS_SCHOOL']) t`,
    [child],
  );
  return child;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions?: unknown }[];
}
type Ask = (subgraph: string, document: string, variables: Record<string, unknown>) => Promise<Answer>;

/** What an answer comes to; of figures also whether small numbers are hidden. */
function letterOf({ errors, data }: Answer, told: (data: string) => boolean): string {
  const codes = (errors ?? []).map(({ extensions }) => (extensions as { code: string }).code);
  if (codes.includes('REFUSED')) return 'R';
  const unexpected = codes.filter((code) => code !== 'NOT_FOUND');
  if (unexpected.length > 0) return unexpected.join(' ');
  const text = JSON.stringify(data ?? null);
  if (text.includes('"suppressed":true')) return 'S';
  return told(text) ? 'F' : '-';
}

/** As whom somebody is told, of a child who is the worker's, the virtual school's and a school's. */
const duties: Readonly<Record<string, string>> = {
  'social-worker': 'TOLD_AS_SOCIAL_WORKER',
  'virtual-school-head': 'TOLD_AS_VIRTUAL_SCHOOL_HEAD',
  'virtual-school-adviser': 'TOLD_AS_VIRTUAL_SCHOOL_ADVISER',
};

const own = {
  suspensions: 'education { suspensions { items { startedOn } } }',
  attendance: 'education { attendanceThresholds { count } attendanceCorrections { was } }',
  risk: 'education { riskOfExclusion { version } }',
  firstDay: 'virtualSchool { firstDayProvision { met } }',
};

/** Each act in its turn: the risk is looked at before a review of it is recorded. */
async function done(
  child: string,
  persona: string,
  org: string,
  ask: Ask,
  ofChild: (of: string, what: string) => Promise<Answer>,
) {
  const { rows } = await hub.admin.query<{ id: string }>(
    'select id from partnership.notice where child_id = $1 and told_as = $2',
    [child, duties[persona] ?? 'TOLD_AS_SCHOOL'],
  );
  const key = { key: randomUUID() };
  const figures = (field: string) =>
    ask('education', `query F { ${field}(academicYear: "2026/27", by: []) { suppressed } }`, {});
  const provision = (on: string, inPlaceOn: string) =>
    ask(
      'education',
      `mutation P($child: ID!, $on: Date!, $inPlaceOn: Date!, $key: ID!) { recordProvision(childId: $child, suspensionStartedOn: $on,
         provider: "A unit", inPlaceOn: $inPlaceOn, idempotencyKey: $key) { startedOn } }`,
      { child, on, inPlaceOn, key: randomUUID() },
    );
  const something = (text: string): boolean => /"(startedOn|count|was|version|met)":/.test(text);
  return [
    letterOf(await ofChild('education', own.suspensions), something),
    letterOf(await ofChild('education', own.attendance), (text) => text.includes('"was"') && text.includes('"count"')),
    letterOf(await ofChild('education', own.risk), something),
    letterOf(
      await ask(
        'education',
        `mutation R($child: ID!, $key: ID!) { recordRiskReview(childId: $child, reviewedOn: "2026-11-18", interventionsTried: ["x"],
           expectedVersion: 1, idempotencyKey: $key) { version } }`,
        { child, ...key },
      ),
      something,
    ),
    letterOf(await provision('2026-10-05', '2026-10-06'), something),
    letterOf(await provision('2026-11-13', '2026-11-16'), something),
    letterOf(await ofChild('virtual-school', own.firstDay), something),
    letterOf(await ask('partnership', 'query N { notices(first: 100) { id } }', {}), (text) => text.includes('"id":')),
    letterOf(
      await ask(
        'partnership',
        'mutation M($id: ID!, $key: ID!) { markNoticeRead(id: $id, expectedVersion: 1, idempotencyKey: $key) { version } }',
        { id: rows[0]?.id ?? '', ...key },
      ),
      something,
    ),
    letterOf(
      await ask(
        'education',
        'query L { attendanceThresholds(first: 1) { edges { node { threshold { count } } } } }',
        {},
      ),
      something,
    ),
    letterOf(
      await ask('education', 'query S { suspendedChildren(first: 1) { edges { node { child { id } } } } }', {}),
      (text) => text.includes(`"id":"${child}"`),
    ),
    letterOf(await figures('suspensionFigures'), (text) => text.includes('"suppressed":false')),
    letterOf(await figures('sixthDayFigures'), (text) => text.includes('"suppressed":false')),
    letterOf(
      await ask('education', 'query A($urn: ID!) { school(urn: $urn) { attendance { suppressed } } }', {
        urn: /^\d{6}$/.test(org) ? org : place.school,
      }),
      (text) => text.includes('"suppressed":false'),
    ),
  ].join(' ');
}

const scenarioOf = (who: string, through: string): Scenario => {
  const [persona, ...choices] = who.split(' ');
  const choice = Object.fromEntries(choices.map((text) => text.split('=', 2) as [string, string]));
  return { persona, choice, relations: relationsOf(through), inTheWay: 'nothing' } as unknown as Scenario;
};

const orgOf = ({ persona, choice }: Scenario): string => subjectOf(personaNamed(persona), choice).org;

/** 1. The pure policies. */
function byPolicy(scenario: Scenario): string {
  const who = askerOf(scenario);
  const decided = (policy: Policy, tier: Tier, act: 'READ' | 'WRITE') =>
    decide(policy, who, tier, act, factsOf(scenario, policy.domain));
  const of = (policy: Policy, tier: Tier, act: 'READ' | 'WRITE' = 'READ'): string => {
    const { outcome, reason } = decided(policy, tier, act);
    return reason === 'REFUSED' ? 'R' : outcome === 'FULL' ? 'F' : '-';
  };
  const provision = (owes: RegExp): string => {
    const may = of(recordProvisionPolicy, 'T2', 'WRITE');
    return may === 'F' && !owes.test(orgOf(scenario)) ? '-' : may;
  };
  const record = decided(educationPolicy, 'T2', 'READ');
  const history = decided(policyOf(Domain.SOCIAL_CARE), 'T3', 'READ').facets.has('HISTORY');
  const firstDay =
    of(policyOf(Domain.VIRTUAL_SCHOOL), 'T2') === 'R' ? 'R' : history && record.outcome === 'FULL' ? 'F' : '-';
  const isTold = [...record.facets].some((facet) => facet.startsWith('TOLD_AS_'));
  const inbox = (act: 'READ' | 'WRITE'): string => {
    const may = of(inboxPolicy, 'T2', act);
    return may === 'F' && !isTold ? '-' : may;
  };
  const figures = (cube: Cube): string => {
    const entitled = entitlementTo(cube, who);
    return entitled === null ? 'R' : entitled === 'SUPPRESSED' ? 'S' : 'F';
  };
  return [
    ...[of(educationPolicy, 'T2'), of(educationPolicy, 'T2'), of(riskOfExclusionPolicy, 'T3')],
    ...[of(riskOfExclusionPolicy, 'T3', 'WRITE'), provision(/^\d{6}$/), provision(/^\d{3}$/)],
    ...[firstDay, inbox('READ'), inbox('WRITE'), of(thresholdsListPolicy, 'T2'), of(suspendedListPolicy, 'T2')],
    ...[suspensionsCube, sixthDaysCube, schoolAttendanceCube].map(figures),
  ].join(' ');
}

const scopesOf: readonly (readonly string[])[] = [
  ...[
    ['partnership:read', 'education:read'],
    ['partnership:read', 'education:read'],
    ['partnership:read', 'education:read'],
  ],
  ...[['education:write'], ['education:write'], ['education:write'], ['partnership:read', 'virtual-school:read']],
  ...[['partnership:read'], ['team:write'], ['education:read'], ['education:read'], ['aggregate:read']],
  ['aggregate:read'],
];
const throughChild = [0, 1, 2, 6];

/** Through the gateway some of it is reached by way of the child, and only by somebody whose scopes name it. */
function throughGateway(scenario: Scenario, what: string): string {
  const { scopes } = personaNamed(scenario.persona);
  const child = decide(
    policyOf(Domain.PARTNERSHIP),
    askerOf(scenario),
    'T1',
    'READ',
    factsOf(scenario, Domain.PARTNERSHIP),
  );
  return what
    .split(' ')
    .map((letter, at) => {
      const wanted = scopesOf[at] ?? [];
      const may = wanted.every((scope) => scopes.includes(scope));
      // Of a school's attendance either scope does.
      if (at === suspensionActs.length - 1)
        return scopes.some((scope) => ['education:read', 'aggregate:read'].includes(scope)) ? letter : 'R';
      if (!scopes.includes(wanted[0] ?? '')) return 'R';
      if (throughChild.includes(at) && child.outcome !== 'FULL') return child.reason === 'REFUSED' ? 'R' : '-';
      return may ? letter : 'R';
    })
    .join(' ');
}

/** 4. Raw SQL under each domain's own login, as if every line of ours were wrong. The list's rows are the record's. */
async function bySql(scenario: Scenario, child: string): Promise<string> {
  const voucher = await hub.voucher({ persona: scenario.persona, ...scenario.choice });
  const { sub, org } = subjectOf(personaNamed(scenario.persona), scenario.choice);
  /** How many rows a statement shows or adds in a unit opened so; none where the database refuses it. */
  const rows = async (client: Client, asked: readonly Asking[], text: string): Promise<number> => {
    let found = 0;
    await undone(client, async () => {
      await openUnit(client, voucher, asked);
      found =
        (
          await client.query(text).catch((error: unknown) => {
            if ((error as { code: string }).code !== '42501') throw error;
            return { rowCount: 0 };
          })
        ).rowCount ?? 0;
    });
    return found;
  };
  const letter = (...counts: readonly number[]): string => (counts.every((count) => count > 0) ? 'F' : '-');
  const of = (holder: Domain, about: Domain, tier: Tier, act: 'READ' | 'WRITE' = 'READ') =>
    asking(holder, [child], { about, tier, act });
  const { EDUCATION, VIRTUAL_SCHOOL, SOCIAL_CARE, PARTNERSHIP } = Domain;
  const read = [of(EDUCATION, EDUCATION, 'T2')];
  const provision = (category: string) =>
    `insert into education.suspension_provision (child_id, urn, started_on, category, in_place_on, provider, actor, actor_name, actor_role, actor_org)
     select child_id, urn, started_on, category, started_on, 'x', '${sub}', 'x', 'x', '${org}'
     from education.suspension where child_id = '${child}' and category = '${category}' limit 1`;
  const copies = [of(VIRTUAL_SCHOOL, SOCIAL_CARE, 'T3'), of(VIRTUAL_SCHOOL, EDUCATION, 'T2')];
  const facts = of(PARTNERSHIP, EDUCATION, 'T2');
  const marking = of(PARTNERSHIP, PARTNERSHIP, 'T2', 'WRITE');
  const cube = async ({ name }: Cube, question: object): Promise<string> => {
    const text = JSON.stringify(question);
    let found = '';
    await undone(education, async () => {
      const over = { tier: 'EXISTENCE', act: 'AGGREGATE', operation: name, kind: 'aggregate' } as const;
      const [opened] = await openUnit(education, voucher, [asking(EDUCATION, [text], over)]);
      const { rowCount } = await education.query(`select from education.cube_${name}($1)`, [text]);
      found = (rowCount ?? 0) === 0 ? 'R' : opened?.entitled === 'SUPPRESSED' ? 'S' : 'F';
    });
    return found;
  };
  const year = { from: '2026-09-01', to: '2027-08-31', by: [], bankHolidays: [] };
  return [
    letter(await rows(education, read, 'select from education.suspension')),
    letter(
      await rows(education, read, 'select from education.attendance_week'),
      await rows(education, read, 'select from education.attendance_correction'),
    ),
    letter(await rows(education, [of(EDUCATION, EDUCATION, 'T3')], 'select from education.risk_review')),
    letter(
      await rows(
        education,
        [of(EDUCATION, EDUCATION, 'T3', 'WRITE')],
        `insert into education.risk_review (child_id, reviewed_on, interventions, actor, actor_name, actor_role, actor_org)
         values ('${child}', '2026-11-18', '{x}', '${sub}', 'x', '${scenario.persona}', '${org}')`,
      ),
    ),
    letter(await rows(education, [of(EDUCATION, EDUCATION, 'T2', 'WRITE')], provision('SUSPENSION'))),
    letter(await rows(education, [of(EDUCATION, EDUCATION, 'T2', 'WRITE')], provision('PERMANENT'))),
    letter(
      await rows(virtualSchool, copies, 'select from virtual_school.kept_suspension'),
      await rows(virtualSchool, copies, `select from virtual_school.kept_interval where held_until is not null`),
    ),
    letter(await rows(partnership, [facts], 'select from partnership.notice')),
    letter(
      await rows(
        partnership,
        [facts, marking],
        `insert into partnership.notice_mark (notice_id, organisation, version, child_id, read_at, actor, actor_name, actor_role)
         select id, '${org}', 2, child_id, now(), '${sub}', 'x', 'x' from partnership.notice where child_id = '${child}'`,
      ),
    ),
    await cube(suspensionsCube, { ...year, pupilsOn: '2026-11-20' }),
    await cube(sixthDaysCube, year),
    await cube(schoolAttendanceCube, {
      ...{ urn: /^\d{6}$/.test(org) ? org : place.school, from: '2026-09-01', to: '2026-11-20', basis: 'ENROLMENT' },
      codes: ['/', 'I', 'O'],
    }),
  ].join(' ');
}

const atList = suspensionActs.indexOf('go through thresholds');
/** Two lists, whose rows are the records’. */
const isList = (at: number): boolean => at === atList || at === atList + 1;

describe.each(suspensionActRows)('%s', (_rule, who, through, what) => {
  const scenario = scenarioOf(who, through);
  const as: As = { persona: scenario.persona, ...scenario.choice };

  it('by the pure policy', () => {
    expect(byPolicy(scenario)).toBe(what);
  });

  it('by the subgraph, to somebody with every scope', async () => {
    const child = await arranged(through);
    const every = { ...as, claims: { scopes: [...allScopes, 'education:write', 'team:write', 'aggregate:read'] } };
    const ask: Ask = (subgraph, document, variables) => hub.ask(subgraph, every, document, variables);
    const ofChild = (of: string, selection: string) =>
      ask(of, `query K($of: [_Any!]!) { _entities(representations: $of) { ... on Child { ${selection} } } }`, {
        of: [{ __typename: 'Child', id: child }],
      });
    expect(await done(child, scenario.persona, orgOf(scenario), ask, ofChild)).toBe(what);
  });

  it('by the gateway, with the persona’s own token', async () => {
    const child = await arranged(through);
    const ask: Ask = async (_, document, variables) => (await hub.post(as, document, variables)).body;
    const ofChild = (_: string, selection: string) =>
      ask('', `query K($id: ID!) { child(id: $id) { ${selection} } }`, { id: child });
    expect(await done(child, scenario.persona, orgOf(scenario), ask, ofChild)).toBe(throughGateway(scenario, what));
  });

  it('by the database alone', async () => {
    const letters = what.split(' ').map((letter, at) => (letter === 'R' && at < atList ? '-' : letter));
    expect(await bySql(scenario, await arranged(through))).toBe(letters.filter((_, at) => !isList(at)).join(' '));
  });
});

it('speaks of every role', () => {
  const spoken = new Set(suspensionActRows.map(([, who]) => who.split(' ')[0] ?? ''));
  expect(roles.filter((role) => !spoken.has(role))).toEqual([]);
});
