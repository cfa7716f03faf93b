import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { decide } from '../../platform/access/decide.js';
import type { Basis, Policy, Tier } from '../../platform/access/rule.js';
import { personaNamed, subjectOf } from '../../platform/auth/personas.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { isAmong, schoolLeaders } from '../../platform/vocabulary/role-groups.js';
import { roles } from '../../platform/vocabulary/role.js';
import {
  agreedActionPolicy,
  schoolsActionPolicy,
} from '../../subgraphs/partnership/agreed-action/agreed-action.policy.js';
import { mayAskForPack } from '../../subgraphs/partnership/meeting-pack/meeting-pack.policy.js';
import { mayReadContacts, mayReadPosts } from '../../subgraphs/partnership/school-people/school-people.policy.js';
import {
  maySeat,
  teamAroundSchoolPolicy,
} from '../../subgraphs/partnership/team-around-school/team-around-school.policy.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Asking, asking, openUnit, undone } from '../support/opening.js';
import { meetingActRows, meetingActs } from './meeting-acts.js';
import { allScopes, askerOf, factsOf, policyOf } from './observe.js';
import { relationsOf, type Scenario } from './scenario.js';

let hub: TestHub;
let partnership: Client;

const { school } = place;
const today = '2026-11-20';
const headteacher = 'headteacher.900001';

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  await hub.ask('partnership', { persona: 'headteacher' }, '{ me { name } }');
  await hub.ask('partnership', { persona: 'health-admin', claims: { sub: 'guest-001' } }, '{ me { name } }');
  await hub.admin.query(`insert into partnership.school_directory values ('SCHOOL', $1, null, '2026-11-20')`, [school]);
  await hub.admin.query(
    `insert into partnership.school_post (scope, code, role, name, held_from) values ('SCHOOL', $1, 'SENCO', 'A', '2026-09-01')`,
    [school],
  );
  await hub.admin.query(
    `insert into partnership.school_contact values ('SCHOOL', $1, 'SENCO', 'A', 'a@work.example')`,
    [school],
  );
});
afterAll(() => hub.close());

interface Arranged {
  readonly child: string;
  readonly item: string;
  readonly ofTeam: string;
  readonly onPlan: string;
}

/** One child with an item of the agenda, and an action that the team agreed and one on a plan. */
async function arranged({ through, seated, sub }: Asker): Promise<Arranged> {
  await hub.admin.query(
    `delete from access.membership; delete from partnership.team_member; delete from partnership.agreed_action_change;
     delete from partnership.agreed_action; delete from partnership.agenda_item`,
  );
  const child = await arrangeChild(hub.admin, relationsOf(through));
  const id = async (text: string, values: readonly unknown[]): Promise<string> =>
    (await hub.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? '';
  const item = await id(
    `insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, child_voice, meeting_on, until)
     values ($1, $2, 'Sam', 'Attendance', 'I like the garden.', $3, '2026-12-18') returning id`,
    [school, child, today],
  );
  const action = (urn: string | null) =>
    id(
      `insert into partnership.agreed_action (child_id, school_urn, what, owner, recorded_on)
       values ($1, $2, $3, 'Us', '2026-11-16') returning id`,
      [child, urn, urn === null ? 'On the plan' : 'By the team'],
    );
  if (seated) {
    await hub.admin.query(`insert into access.membership values ($1, $2, tstzrange('2026-01-01', null))`, [
      `tas:${school}`,
      sub,
    ]);
  }
  await hub.admin.query(
    `insert into partnership.team_member (school_urn, subject, role, since) values ($1, 'other-001', 'Guest', '2026-09-01')`,
    [school],
  );
  return { child, item, ofTeam: await action(school), onPlan: await action(null) };
}

interface Asker {
  readonly scenario: Scenario;
  readonly as: As;
  readonly through: string;
  readonly seated: boolean;
  readonly sub: string;
  readonly org: string;
}

function askerNamed(who: string, through: string): Asker {
  const [name = '', ...choices] = who.split(' ');
  const persona = personaNamed(name);
  const choice = Object.fromEntries(choices.map((text) => text.split('=', 2) as [string, string]));
  const scenario = {
    persona: persona.role,
    choice,
    relations: relationsOf(through),
    inTheWay: 'nothing',
  } as unknown as Scenario;
  const seated = through.split(' ').includes('seat');
  return { scenario, as: { persona: persona.role, ...choice }, through, seated, ...subjectOf(persona, choice) };
}

/** 1. The pure policies. */
function byPolicy({ scenario, through, seated, sub, org }: Asker): string {
  const who = askerOf(scenario);
  const belongs = seated || (isAmong(who.role, schoolLeaders) && org === school);
  const own = factsOf(scenario, Domain.PARTNERSHIP);
  const agenda: readonly Basis[] = seated && through.split(' ').includes('agenda') ? ['TEAM_AROUND_SCHOOL'] : [];
  const facts = { ...own, bases: [...own.bases, ...agenda] };
  const of = (policy: Policy, tier: Tier, act: 'READ' | 'WRITE' = 'READ'): string => {
    const { reason } = decide(policy, who, tier, act, facts);
    return reason === 'REFUSED' ? 'R' : reason === 'PERMITTED' ? 'F' : '-';
  };
  const ofMember = (letter: string, otherwise: string): string => (letter === 'R' || belongs ? letter : otherwise);
  const [see, change] = [of(teamAroundSchoolPolicy, 'T2'), of(teamAroundSchoolPolicy, 'T2', 'WRITE')];
  const [team, plan] = [of(schoolsActionPolicy, 'T2'), of(agreedActionPolicy, 'T4')];
  const onPlan = of(agreedActionPolicy, 'T4', 'WRITE');
  /** One question of both kinds is refused where neither is for the role. */
  const either = (letter: string, other: string): string => (letter === 'R' && other !== 'R' ? '-' : letter);
  const speaks = see !== 'R' && mayAskForPack({ role: who.role, org }, school, seated);
  const posts = mayReadPosts(who);
  return [
    ofMember(see, 'N'),
    ofMember(change, 'N'),
    ofMember(change, '-'),
    ofMember(see, '-'),
    either(team, plan),
    either(plan, team),
    ofMember(change, 'N'),
    onPlan,
    either(ofMember(change, '-'), onPlan),
    either(onPlan, change),
    speaks ? (through.split(' ').includes('agenda') ? see : '-') : 'R',
    see === 'R' ? 'R' : belongs ? 'F' : 'N',
    change !== 'R' && maySeat({ role: who.role, org, sub }, school, { held: seated, subject: 'guest-001' }) ? 'F' : 'R',
    posts ? 'F' : 'R',
    posts ? (mayReadContacts(who) ? 'F' : '-') : 'R',
  ].join(' ');
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: unknown }[];
}
type Ask = (document: string, variables: Record<string, unknown>) => Promise<Answer>;

function letterOf({ errors, data }: Answer, told: (data: string) => boolean): string {
  const codes = (errors ?? []).map(({ extensions }) => (extensions as { code: string }).code);
  if (errors?.some(({ message }) => message.startsWith('You are not in the team'))) return 'N';
  if (codes.includes('REFUSED')) return 'R';
  const unexpected = codes.filter((code) => code !== 'NOT_FOUND');
  if (unexpected.length > 0) return unexpected.join(' ');
  return told(JSON.stringify(data ?? null)) ? 'F' : '-';
}

/** Each act in its turn, as somebody asks for it. */
async function done(
  at: Arranged,
  ask: Ask,
  of: { readonly child: (what: string) => string; readonly team: (what: string) => string },
) {
  const { child, item, ofTeam, onPlan } = at;
  const key = () => ({ key: randomUUID() });
  const has = (word: string) => (text: string) => text.includes(word);
  const read = async (document: string, told: (text: string) => boolean) =>
    letterOf(await ask(document, { id: child, urn: school }), told);
  const act = async (field: string, types: string, given: object) =>
    letterOf(await ask(`mutation A($key: ID!${types}) { ${field} }`, { ...key(), ...given }), has('"id":"'));
  const record = (urn: string | null) =>
    act(
      'recordAction(childId: $child, schoolUrn: $urn, what: "Call", owner: "Us", idempotencyKey: $key) { id }',
      ', $child: ID!, $urn: ID',
      { child, urn },
    );
  const complete = (id: string) =>
    act('completeAction(id: $id, expectedVersion: 1, idempotencyKey: $key) { id }', ', $id: ID!', { id });
  const pack = `query P { meetingPack(schoolUrn: "${school}", meetingOn: "${today}", members: ["${headteacher}"]) { items { child { id } } } }`;
  const put = 'addToAgenda(schoolUrn: $urn, childId: $child, reason: "Wait", idempotencyKey: $key) { id }';
  const outcome = 'recordOutcome(id: $id, outcome: "Refer", expectedVersion: 1, idempotencyKey: $key) { id }';
  // Of what the agenda opens: before another item is put on it.
  const packed = await read(pack, has(child));
  return [
    await read(of.team('teamAroundSchool { agenda { id } }'), has(item)),
    await act(put, ', $child: ID!, $urn: ID!', { child, urn: school }),
    await act(outcome, ', $id: ID!', { id: item }),
    await read(of.child('voices { words }'), has('garden')),
    await read(of.child('actions { id }'), has(ofTeam)),
    await read(of.child('actions { id }'), has(onPlan)),
    await record(school),
    await record(null),
    await complete(ofTeam),
    await complete(onPlan),
    packed,
    await read(of.team('teamAroundSchool { members { userId } }'), has('other-001')),
    letterOf(
      await ask(
        `mutation S($key: ID!) { setTeamMember(schoolUrn: "${school}", userId: "guest-001", role: "Guest", idempotencyKey: $key) { role } }`,
        key(),
      ),
      has('"Guest"'),
    ),
    await read(of.team('directory { posts { holders { name contact } } }'), has('"name":"A"')),
    await read(of.team('directory { posts { holders { name contact } } }'), has('a@work.example')),
  ].join(' ');
}

const wanted: readonly string[] = meetingActs.map((name) =>
  /^(put|record|complete|give)/.test(name) ? 'team:write' : 'partnership:read',
);
const throughChild: readonly string[] = ['hear the words', 'see what the team agreed', 'see what was agreed on a plan'];
const throughSchool: readonly string[] = [
  ...['see the agenda', 'see who sits in the team', 'see the directory', 'reach who is in it'],
];

/** In the partnership's own subgraph some of it is reached by way of the child. */
function reached({ scenario, through, seated }: Asker, what: string): string {
  const own = factsOf(scenario, Domain.PARTNERSHIP);
  const agenda: readonly Basis[] = seated && through.split(' ').includes('agenda') ? ['TEAM_AROUND_SCHOOL'] : [];
  const facts = { ...own, bases: [...own.bases, ...agenda] };
  const { outcome, reason } = decide(policyOf(Domain.PARTNERSHIP), askerOf(scenario), 'T1', 'READ', facts);
  if (outcome === 'FULL') return what;
  const isOfChild = (at: number): boolean => throughChild.includes(meetingActs[at] ?? '');
  return what
    .split(' ')
    .map((letter, at) => (isOfChild(at) ? (reason === 'REFUSED' ? 'R' : '-') : letter))
    .join(' ');
}

/** Through the gateway, only by somebody whose scopes name it, and some of it by way of the school. */
function throughGateway(asker: Asker, what: string): string {
  const { scopes } = personaNamed(asker.scenario.persona);
  const ofSchools = ['education:read', 'aggregate:read'].some((scope) => scopes.includes(scope));
  return reached(asker, what)
    .split(' ')
    .map((letter, at) => {
      const may = scopes.includes(wanted[at] ?? '') && (ofSchools || !throughSchool.includes(meetingActs[at] ?? ''));
      return may ? letter : 'R';
    })
    .join(' ');
}

/** 4. Raw SQL under the partnership's own login, as if every line of ours were wrong. */
async function bySql({ as }: Asker, { child, item, ofTeam, onPlan }: Arranged): Promise<string> {
  const voucher = await hub.voucher(as);
  /** Whether a statement shows or changes a row in a unit opened so; not where the database refuses it. */
  const does = async (asked: readonly Partial<Asking>[], text: string): Promise<string> => {
    let found = 0;
    await undone(partnership, async () => {
      await openUnit(
        partnership,
        voucher,
        asked.map((one) => asking(Domain.PARTNERSHIP, [child], one)),
      );
      const answer = await partnership.query(text).catch((error: unknown) => {
        if ((error as { code: string }).code !== '42501') throw error;
        return { rowCount: 0 };
      });
      found = answer.rowCount ?? 0;
    });
    return found > 0 ? 'F' : '-';
  };
  const [read, write] = [[{ tier: 'T2' }], [{ tier: 'T2', act: 'WRITE' }]] as const;
  const [plan, planned] = [[{ tier: 'T4' }], [{ tier: 'T4', act: 'WRITE' }]] as const;
  const record = (urn: string) =>
    `insert into partnership.agreed_action (child_id, school_urn, what, owner, recorded_on) values ('${child}', ${urn}, 'x', 'x', '${today}')`;
  const complete = (id: string) => `update partnership.agreed_action set done_on = '${today}' where id = '${id}'`;
  const pack = JSON.stringify({ school, meetingOn: today, members: [headteacher], items: [item] });
  let packed = 0;
  await undone(partnership, async () => {
    const [opened] = await openUnit(partnership, voucher, [
      asking(Domain.PARTNERSHIP, [pack], { tier: 'T2', kind: 'meeting-pack' }),
    ]);
    packed = opened?.permitted.length ?? 0;
  });
  return [
    await does(read, 'select from partnership.agenda_item'),
    await does(
      write,
      `insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, meeting_on, until)
       values ('${school}', '${child}', 'x', 'x', '${today}', '2026-12-18')`,
    ),
    await does(write, `update partnership.agenda_item set outcome = 'x'`),
    await does(read, 'select from partnership.agenda_item where child_voice is not null'),
    await does(read, `select from partnership.agreed_action where id = '${ofTeam}'`),
    await does(plan, `select from partnership.agreed_action where id = '${onPlan}'`),
    await does(write, record(`'${school}'`)),
    await does(planned, record('null')),
    await does(write, complete(ofTeam)),
    await does(planned, complete(onPlan)),
    packed > 0 ? 'F' : '-',
    await does([], `select from partnership.team_member where subject = 'other-001'`),
    await does(
      [],
      `insert into partnership.team_member (school_urn, subject, role, since) values ('${school}', 'guest-001', 'x', '${today}')`,
    ),
    await does([], 'select from partnership.school_post'),
    await does([], 'select from partnership.school_contact'),
  ].join(' ');
}

describe.each(meetingActRows)('%s', (_rule, who, through, what) => {
  const asker = askerNamed(who, through);

  it('by the pure policies', () => {
    expect(byPolicy(asker)).toBe(what);
  });

  it('by the subgraph, to somebody with every scope', async () => {
    const every = { ...asker.as, claims: { scopes: [...allScopes, 'team:write'] } };
    const ask: Ask = (document, variables) => hub.ask('partnership', every, document, variables);
    const entity = (type: string, key: string) => (selection: string) =>
      `query Q($${key}: ID!) { _entities(representations: [{ __typename: "${type}", ${key}: $${key} }]) { ... on ${type} { ${selection} } } }`;
    expect(
      await done(await arranged(asker), ask, { child: entity('Child', 'id'), team: entity('School', 'urn') }),
    ).toBe(reached(asker, what));
  });

  it('by the gateway, with the persona’s own token', async () => {
    const ask: Ask = async (document, variables) => (await hub.post(asker.as, document, variables)).body;
    const field = (name: string, key: string) => (selection: string) =>
      `query Q($${key}: ID!) { ${name}(${key}: $${key}) { ${selection} } }`;
    expect(await done(await arranged(asker), ask, { child: field('child', 'id'), team: field('school', 'urn') })).toBe(
      throughGateway(asker, what),
    );
  });

  it('by the database alone', async () => {
    const letters = what.replaceAll(/[RN]/g, '-');
    expect(await bySql(asker, await arranged(asker))).toBe(letters);
  });
});

it('speaks of every role', () => {
  const spoken = new Set(meetingActRows.map(([, who]) => who.split(' ')[0] ?? ''));
  expect(roles.filter((role) => !spoken.has(role))).toEqual([]);
});
