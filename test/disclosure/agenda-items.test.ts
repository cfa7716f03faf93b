import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { areaSharing } from '../../platform/vocabulary/agreement.js';
import { decide } from '../../platform/access/decide.js';
import type { Basis } from '../../platform/access/rule.js';
import { personaNamed, subjectOf } from '../../platform/auth/personas.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Purpose } from '../../platform/vocabulary/purpose.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { teamAroundSchoolPolicy } from '../../subgraphs/partnership/team-around-school/team-around-school.policy.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit } from '../support/opening.js';

let hub: TestHub;
let partnership: Client;

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
});

afterAll(() => hub.close());

const grantees: Readonly<Partial<Record<Basis, string>>> = {
  SCHOOL_ROLL: `org:${place.school}`,
  CASELOAD: 'person:sw-001',
  REFERRAL: `org:${place.provider}`,
  RESIDENCE: `org:${place.council}`,
  PLAN_DUTY: `org:${place.council}`,
  LOOKED_AFTER_DUTY: `org:${place.council}`,
};

/** Everything that may connect somebody with the child but the agenda. */
const everything = Object.keys(grantees) as readonly Basis[];

/** `open`: the item opens the child to the team. `waits`: the child is restricted, and nobody has decided. */
type State = 'open' | 'waits';
type Seen = 'ITEM' | 'NOTHING' | 'NO MEMBER' | 'REFUSED';

interface Scenario {
  readonly rule: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly school?: string;
  /** Whether they have a seat in the team. */
  readonly seated: boolean;
  readonly bases: readonly Basis[];
  readonly state: State;
  readonly seen: Seen;
}

const team = 'TEAM_AROUND_SCHOOL';
const row = (
  rule: string,
  [role, purpose, seated]: readonly [Role, Purpose, boolean],
  bases: readonly Basis[],
  state: State,
  seen: Seen,
  school?: string,
): Scenario => ({ rule, role, purpose, seated, bases, state, seen, ...(school === undefined ? {} : { school }) });

const scenarios: readonly Scenario[] = [
  row('a SENCO of a pupil', ['senco', team, false], ['SCHOOL_ROLL'], 'open', 'ITEM'),
  row('a SENCO of a pupil of whom the team sees nothing yet', ['senco', team, false], ['SCHOOL_ROLL'], 'waits', 'ITEM'),
  row('a headteacher of such a pupil', ['headteacher', team, false], ['SCHOOL_ROLL'], 'waits', 'ITEM'),
  row('a lead', ['designated-safeguarding-lead', 'SAFEGUARDING', false], ['SCHOOL_ROLL'], 'waits', 'ITEM'),
  row('a SENCO of another school', ['senco', team, false], everything, 'open', 'NO MEMBER', '900002'),
  row('a guest through the agenda', ['educational-psychologist', team, true], [], 'open', 'ITEM'),
  row('a guest before the decision', ['educational-psychologist', team, true], everything, 'waits', 'NOTHING'),
  row('a guest without a seat', ['educational-psychologist', team, false], everything, 'open', 'NO MEMBER'),
  row('who leads the team', ['team-around-school-lead', team, true], [], 'open', 'ITEM'),
  row(
    'who leads the team, before the decision',
    ['team-around-school-lead', team, true],
    everything,
    'waits',
    'NOTHING',
  ),
  row('a clinician with a seat', ['camhs-clinician', team, true], [], 'open', 'ITEM'),
  row('a clinician before the decision', ['camhs-clinician', team, true], ['REFERRAL'], 'waits', 'NOTHING'),
  row('a social worker of the child, before it', ['social-worker', team, true], ['CASELOAD'], 'waits', 'ITEM'),
  row('a social worker of others, before it', ['social-worker', team, true], ['SCHOOL_ROLL'], 'waits', 'NOTHING'),
  row('a social worker without a seat', ['social-worker', team, false], ['CASELOAD'], 'open', 'NO MEMBER'),
  row(
    'a guest with another purpose',
    ['educational-psychologist', 'EHC_ASSESSMENT', true],
    everything,
    'open',
    'REFUSED',
  ),
  row('the virtual school', ['virtual-school-adviser', 'VIRTUAL_SCHOOL_DUTY', false], everything, 'open', 'REFUSED'),
  ...(
    [
      ['virtual-school-adviser', 'VIRTUAL_SCHOOL_DUTY'],
      ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY'],
      ['social-work-team-manager', 'SAFEGUARDING'],
    ] as const
  ).map(([role, purpose]) =>
    row(`a ${role} with a seat, who sees what the team agreed`, [role, purpose, true], everything, 'open', 'REFUSED'),
  ),
];

const asOf = ({ role, purpose, school }: Scenario): As => ({
  persona: role,
  purpose,
  ...(school === undefined ? {} : { school }),
});

const question = (way: string): string => `query Agenda($urn: ID!) { ${way} }`;
const asked = 'teamAroundSchool { agenda { id reason } }';
const ways = {
  gateway: question(`school(urn: $urn) { ${asked} }`),
  subgraph: question(
    `_entities(representations: [{ __typename: "School", urn: $urn }]) { ... on School { ${asked} } }`,
  ),
};

describe('an item of the agenda of a school’s team', () => {
  let child: string;
  let item: string;

  beforeEach(async () => {
    await hub.admin.query(`delete from access.membership; delete from partnership.agenda_item`);
    child = randomUUID();
  });

  async function arrange({ role, seated, bases, state }: Scenario): Promise<void> {
    const relations = bases.map((basis) => ({ basis, grantee: grantees[basis] ?? '' }));
    child = await arrangeChild(hub.admin, [...relations, { basis: 'CASELOAD', grantee: 'person:swm-001' }]);
    const { rows } = await hub.admin.query<{ id: string }>(
      `insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, meeting_on, until)
       values ($1, $2, 'Sam Testcase', 'Attendance', '2026-11-19', '2026-12-17') returning id`,
      [place.school, child],
    );
    item = rows[0]?.id ?? '';
    await hub.admin.query(
      `insert into partnership.agenda_item_change (item_id, version, child_id, school_urn, change, actor, actor_name, actor_role)
       values ($1, 1, $2, $3, 'RAISED', 'somebody', 'Somebody', 'senco')`,
      [item, child, place.school],
    );
    await hub.admin.query(
      `insert into partnership.change (child_id, domain, tier, change_key, team_urn, at, heard_at, what)
       values ($1, 'PARTNERSHIP', 'T2', 'agenda', $2, now(), now(), 'On the agenda')`,
      [child, place.school],
    );
    await hub.admin.query(
      `insert into access.relationship values ($1, $2, 'TEAM_AROUND_SCHOOL', $3, tstzrange('2026-11-19', '2026-12-17'))`,
      [child, `team:tas:${place.school}`, item],
    );
    if (state === 'waits')
      await hub.admin.query(`insert into access.restriction values ($1, 'PROTECTED_ADDRESS', '2026-11-20', null)`, [
        child,
      ]);
    if (seated)
      await hub.admin.query(`insert into access.membership values ($1, $2, tstzrange('2026-01-01', null))`, [
        `tas:${place.school}`,
        subjectOf(personaNamed(role), {}).sub,
      ]);
  }

  /** What the pure policy says, of somebody in the team. */
  function byPolicy({ role, purpose, bases, state, seated, school }: Scenario): Seen {
    const member =
      seated || (school === undefined && ['senco', 'headteacher', 'designated-safeguarding-lead'].includes(role));
    const through: readonly Basis[] = state === 'open' && member ? [...bases, 'TEAM_AROUND_SCHOOL'] : bases;
    const own = through.filter((basis) => basis !== 'SCHOOL_ROLL' || school === undefined);
    const facts = { bases: own, agreements: [areaSharing], restricted: false, objected: false };
    const { reason } = decide(teamAroundSchoolPolicy, { role, purpose }, 'T2', 'READ', facts);
    if (reason === 'REFUSED') return 'REFUSED';
    return !member ? 'NO MEMBER' : reason === 'PERMITTED' ? 'ITEM' : 'NOTHING';
  }

  async function byAnswer(scenario: Scenario, way: keyof typeof ways): Promise<Seen> {
    const variables = { urn: place.school };
    const { data, errors } =
      way === 'gateway'
        ? (await hub.post(asOf(scenario), ways.gateway, variables)).body
        : await hub.ask('partnership', asOf(scenario), ways.subgraph, variables);
    const [error] = errors ?? [];
    if (error) {
      expect(error.extensions?.code).toBe('REFUSED');
      return error.message.startsWith('You are not in the team') ? 'NO MEMBER' : 'REFUSED';
    }
    const answer = data as { school?: unknown; _entities?: unknown[] } | null | undefined;
    const school = (answer?.school ?? answer?._entities?.[0]) as { teamAroundSchool: { agenda: { id: string }[] } };
    return school.teamAroundSchool.agenda.some(({ id }) => id === item) ? 'ITEM' : 'NOTHING';
  }

  /** Whether row-level security shows the item, and who changed it, when the child is opened by key. */
  async function byDatabase(scenario: Scenario): Promise<boolean> {
    const voucher = await hub.voucher(asOf(scenario));
    await partnership.query('begin');
    try {
      await openUnit(partnership, voucher, [asking(Domain.PARTNERSHIP, [child], { tier: 'T2' })]);
      const [items, changes, told] = [
        await partnership.query('select from partnership.agenda_item'),
        await partnership.query('select from partnership.agenda_item_change'),
        await partnership.query('select from partnership.change where team_urn is not null'),
      ];
      expect([changes.rowCount, told.rowCount]).toEqual([items.rowCount, items.rowCount]);
      return items.rowCount === 1;
    } finally {
      await partnership.query('rollback');
    }
  }

  it.each(scenarios.map((scenario) => [scenario.rule, scenario.seen, scenario] as const))(
    'is, for %s: %s',
    async (_, seen, scenario) => {
      await arrange(scenario);
      expect(byPolicy(scenario)).toBe(seen);
      expect(await byAnswer(scenario, 'subgraph')).toBe(seen);
      expect(await byAnswer(scenario, 'gateway')).toBe(seen);
      expect(await byDatabase(scenario)).toBe(seen === 'ITEM');
    },
  );

  describe('in the database', () => {
    const senco = row('', ['senco', team, false], ['SCHOOL_ROLL'], 'open', 'ITEM');

    async function changing<T>(scenario: Scenario, work: () => Promise<T>): Promise<T> {
      const voucher = await hub.voucher(asOf(scenario));
      await partnership.query('begin');
      try {
        await openUnit(partnership, voucher, [asking(Domain.PARTNERSHIP, [child], { tier: 'T2', act: 'WRITE' })]);
        return await work();
      } finally {
        await partnership.query('rollback');
      }
    }

    const note = (urn: string) =>
      partnership.query(
        `insert into partnership.agenda_item_change (item_id, version, child_id, school_urn, change, actor, actor_name, actor_role)
         values ($1, 2, $2, $3, 'CLOSED', 'me', 'Me', 'senco')`,
        [item, child, urn],
      );

    it('has a history that is added to by its own team, and that nobody changes', async () => {
      await arrange(senco);
      expect((await changing(senco, () => note(place.school))).rowCount).toBe(1);
      await expect(changing(senco, () => note('900002'))).rejects.toMatchObject({ code: '42501' });
      for (const text of [
        'update partnership.agenda_item_change set actor = $1',
        'delete from partnership.agenda_item_change where actor = $1',
      ])
        await expect(changing(senco, () => partnership.query(text, ['me']))).rejects.toMatchObject({ code: '42501' });
    });

    it('says until when it opens a child to those alone who may see the child', async () => {
      await arrange(senco);
      const until = async () =>
        (
          await partnership.query<{ day: string | null }>(
            `select access.opened_until('PARTNERSHIP', 'T2', $1, 'TEAM_AROUND_SCHOOL', $2)::text as day`,
            [child, item],
          )
        ).rows[0]?.day;
      expect(await until()).toBeNull();
      expect(await changing(senco, until)).toBe('2026-12-17');
      const other = { ...senco, school: '900002' };
      expect(await changing(other, until)).toBeNull();
    });
  });
});
