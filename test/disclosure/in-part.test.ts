import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tier } from '../../platform/access/rule.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { type GatewayBody, testHub, type TestHub } from '../support/hub.js';
import { shareAs } from '../support/share-as.js';

// What each domain tells where its record is shared in part, or where only that something is held may be told.
let hub: TestHub;
let id: string;

const who = { persona: 'virtual-school-head' } as const;
const member = 'name role contact domain';
const age = 'asAt stale sources { source }';
const question = `query Record($id: ID!) { child(id: $id) {
  id name { given family preferred previousFamily } dateOfBirth diedOn age sex identifiers { type value verified }
  team { ${member} }
  education { ${age} enrolments { school { urn name } yearGroup from until status }
    attendance { from to possible attended authorisedAbsence unauthorisedAbsence late attendancePercent
      persistentlyAbsent severelyAbsent lastAttendedOn weeks { weekBeginning marks { on code } } }
    suspensions { schoolDaysThisYear items { startedOn reasons } }
    attendanceCorrections { on was became file } attendanceThresholds { kind count }
    sen { provision needs { code rank } history { provision from until } } }
  health { ${age} waiting { id service provider { id name } status priority receivedOn daysWaiting weeksWaiting band
    clock { kind standard limitDays startedOn days nullifiedOn stoppedOn state breachOn } publishedSpell { startedOn }
    localHoldDays wasNotBrought safeguardingFlag endedBecause continuesFrom continuesAs allowedNext { status } voices { words } nextStep nextAppointmentOn supportWhileWaiting referrerToldOn daysToReferrerTold referrerTellings { toldOn }
    referredBy history { from to effectiveOn by reason } version } }
  socialCare { ${age} status hasSocialWorker intervals { status from until } worker { name contact }
    plan { kind startedOn nextReviewOn reviewedOn } }
  virtualSchool { ${age} cohorts peps { term dueOn completedOn quality state pupilPremiumPlusPence }
    attendanceWhile(status: LOOKED_AFTER) { possible attended } firstDayProvision { startedOn met } } } }`;

interface Entry extends Record<string, unknown> {
  readonly id: string;
}

/** The child as the gateway answers, no further typed than these tests look into it. */
interface Told {
  readonly id: string;
  readonly team: readonly { readonly domain: Domain }[];
  readonly education: Record<string, unknown> & { readonly attendance: Record<string, unknown> };
  readonly health: Record<string, unknown> & { readonly waiting: readonly Entry[] };
  readonly socialCare: Record<string, unknown>;
  readonly virtualSchool: Record<string, unknown> & { readonly peps: readonly Record<string, unknown>[] };
}

let whole: Told;

async function told(): Promise<Told | null> {
  const { body } = await hub.post(who, question, { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as Told | null;
}

const share = (about: Domain, tier: Tier, outcome: 'FULL' | 'REDACTED' | 'EXISTENCE_ONLY') =>
  shareAs(hub, outcome, { about, tier });

/** Who holds a post at the school is the partnership’s to say, and is told to whom the school is. */
const without = (...domains: Domain[]) => whole.team.filter((one) => !domains.includes(one.domain));

beforeAll(async () => {
  hub = await testHub({ area: true });
  id = hub.story('all-five').id;
  await hub.admin.query(
    `insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, reasons, recorded_at)
     select gen_random_uuid(), child_id, urn, '2026-10-05', 'SUSPENSION', 1, 'AM', 3, '{DB}', now()
     from education.enrolment where child_id = $1 limit 1`,
    [id],
  );
  const found = await told();
  if (!found) throw new Error('the child is not shown');
  whole = found;
});

afterEach(async () => {
  for (const [about, tier] of [
    [Domain.PARTNERSHIP, 'T1'],
    [Domain.EDUCATION, 'T2'],
    [Domain.HEALTH, 'T3'],
    [Domain.SOCIAL_CARE, 'T3'],
    [Domain.VIRTUAL_SCHOOL, 'T2'],
  ] as const)
    await share(about, tier, 'FULL');
});

afterAll(() => hub.close());

describe('the child index', () => {
  it('tells in part who a child is, and no number of theirs', async () => {
    await share(Domain.PARTNERSHIP, 'T1', 'REDACTED');
    expect(whole).toMatchObject({ identifiers: expect.arrayContaining([expect.anything()]) as unknown });
    expect(await told()).toEqual({ ...whole, identifiers: [] });
  });

  const upnOf = async (): Promise<string> => {
    const { rows } = await hub.admin.query<{ value: string }>(
      `select value from partnership.identifier where type = 'UPN' and child_id = $1`,
      [id],
    );
    return rows[0]?.value ?? '';
  };
  const find = `query Find($upn: String!, $family: String!) {
    childByIdentifier(type: UPN, value: $upn) { id } searchChildren(family: $family) { id } }`;
  const found = async (): Promise<GatewayBody['data']> => {
    const { family } = (whole as unknown as { name: { family: string } }).name;
    const { body } = await hub.post(who, find, { upn: await upnOf(), family });
    expect(body.errors).toBeUndefined();
    return body.data;
  };

  it('tells of a child who may only be known to exist that they do, and not by which name or number', async () => {
    expect(await found()).toMatchObject({ childByIdentifier: { id } });
    expect((await found())?.['searchChildren']).toContainEqual({ id });
    await share(Domain.PARTNERSHIP, 'T1', 'EXISTENCE_ONLY');
    const nothing = { name: null, dateOfBirth: null, diedOn: null, age: null, sex: null, identifiers: null };
    expect(await told()).toEqual({ ...whole, ...nothing });
    expect(await found()).toEqual({ childByIdentifier: null, searchChildren: [] });
  });
});

describe('education', () => {
  it('tells in part what is special and how much was attended, not at which school or on which day', async () => {
    await share(Domain.EDUCATION, 'T2', 'REDACTED');
    const { education } = whole;
    expect(education.attendance).toMatchObject({ lastAttendedOn: expect.any(String) as unknown });
    expect(education['suspensions']).toMatchObject({ schoolDaysThisYear: 1.5, items: [{ startedOn: '2026-10-05' }] });
    expect(await told()).toEqual({
      ...whole,
      team: without(Domain.EDUCATION, Domain.PARTNERSHIP),
      education: {
        ...education,
        enrolments: null,
        suspensions: null,
        attendanceCorrections: null,
        attendanceThresholds: null,
        attendance: { ...education.attendance, lastAttendedOn: null, weeks: [] },
      },
      // A count made of part of a register would be wrong.
      virtualSchool: { ...whole.virtualSchool, attendanceWhile: null, firstDayProvision: null },
    });
  });

  it('tells nothing of rolls and attendance that may only be known to exist', async () => {
    await share(Domain.EDUCATION, 'T2', 'EXISTENCE_ONLY');
    const none = { possible: 0, attended: 0, authorisedAbsence: 0, unauthorisedAbsence: 0, late: 0, weeks: [] };
    const rates = { attendancePercent: null, persistentlyAbsent: null, severelyAbsent: null, lastAttendedOn: null };
    const { education } = whole;
    expect(await told()).toEqual({
      ...whole,
      team: without(Domain.EDUCATION, Domain.PARTNERSHIP),
      education: {
        ...education,
        enrolments: [],
        suspensions: { schoolDaysThisYear: 0, items: [] },
        attendanceCorrections: [],
        attendanceThresholds: [],
        attendance: { ...education.attendance, ...none, ...rates },
        sen: null,
      },
      virtualSchool: { ...whole.virtualSchool, attendanceWhile: null, firstDayProvision: null },
    });
  });
});

describe('health', () => {
  it('tells in part how a wait stands, and nothing of where, with whom and in whose words', async () => {
    await share(Domain.HEALTH, 'T3', 'REDACTED');
    const untold = { provider: null, priority: null, nextStep: null, nextAppointmentOn: null, supportWhileWaiting: [] };
    const nobody = {
      referrerToldOn: null,
      daysToReferrerTold: null,
      referrerTellings: [],
      referredBy: null,
      history: [],
    };
    const { health } = whole;
    expect(health.waiting.length).toBeGreaterThan(0);
    const waiting = health.waiting.map((entry) => ({ ...entry, ...untold, ...nobody }));
    expect(await told()).toEqual({ ...whole, team: without(Domain.HEALTH), health: { ...health, waiting } });
    const [entry] = health.waiting;
    expect(await entryById(entry?.id)).toEqual({ id: entry?.id, provider: null, nextStep: null, history: [] });
  });

  it('lists in part what is told in part, and by no provider that is not told', async () => {
    const [entry] = whole.health.waiting as readonly { id: string; provider: { id: string }; service: string }[];
    const list = async (filter: object): Promise<unknown[]> => {
      const document = `query List($filter: WaitingListFilter) {
        waitingList(filter: $filter) { edges { node { id provider { id } history { by } } } } }`;
      const { body } = await hub.post(who, document, { filter });
      expect(body.errors).toBeUndefined();
      const { edges } = body.data?.['waitingList'] as { edges: readonly { node: { id: string } }[] };
      return edges.filter(({ node }) => node.id === entry?.id).map(({ node }) => node);
    };
    const provider = { id: entry?.provider.id };
    expect(await list({ providerId: provider.id })).toEqual([expect.objectContaining({ provider })]);
    await share(Domain.HEALTH, 'T3', 'REDACTED');
    expect(await list({ services: [entry?.service] })).toEqual([{ id: entry?.id, provider: null, history: [] }]);
    expect(await list({ providerId: provider.id })).toEqual([]);
    await share(Domain.HEALTH, 'T3', 'EXISTENCE_ONLY');
    expect(await list({})).toEqual([]);
  });

  it('tells nothing of waits that may only be known to exist', async () => {
    await share(Domain.HEALTH, 'T3', 'EXISTENCE_ONLY');
    const { health } = whole;
    expect(await told()).toEqual({ ...whole, team: without(Domain.HEALTH), health: { ...health, waiting: [] } });
    expect(await entryById(health.waiting[0]?.id)).toBeNull();
  });

  /** By the entry's own id, as the gateway would ask for one. */
  async function entryById(entry: string | undefined): Promise<unknown> {
    const document = `query Entry($id: ID!) { _entities(representations: [{ __typename: "WaitingListEntry", id: $id }]) {
      ... on WaitingListEntry { id provider { id } nextStep history { by } } } }`;
    const { data, errors } = await hub.ask('health', who, document, { id: entry });
    expect(errors).toBeUndefined();
    return (data?.['_entities'] as unknown[] | undefined)?.[0];
  }
});

describe('social care', () => {
  const copies = (cohorts: readonly string[]) => ({
    ...whole.virtualSchool,
    cohorts,
    attendanceWhile: null,
    firstDayProvision: null,
  });

  it('tells in part the status and the plan of today, not who works with the child, nor the past', async () => {
    await share(Domain.SOCIAL_CARE, 'T3', 'REDACTED');
    const { socialCare } = whole;
    expect(socialCare).toMatchObject({
      worker: { name: expect.any(String) as unknown },
      intervals: expect.arrayContaining([expect.anything()]) as unknown,
    });
    const now = await told();
    expect(now).toEqual({
      ...whole,
      team: whole.team.filter(({ domain }) => domain !== Domain.SOCIAL_CARE),
      socialCare: { ...socialCare, worker: null, intervals: null },
      // As the virtual school keeps it: the present alone, which follows from the present status.
      virtualSchool: copies(now?.virtualSchool['cohorts'] as string[]),
    });
    expect(now?.virtualSchool['cohorts']).toEqual([
      'LOOKED_AFTER',
      'SOCIAL_WORKER_NOW',
      'IN_NEED_SIX_YEARS',
      'EVER_SOCIAL_WORKER',
    ]);
  });

  it('tells of what may only be known to exist that a social worker works with the child, and no more', async () => {
    await share(Domain.SOCIAL_CARE, 'T3', 'EXISTENCE_ONLY');
    const { socialCare } = whole;
    const nothing = { status: null, worker: null, intervals: null, plan: null };
    expect(await told()).toEqual({
      ...whole,
      team: without(Domain.SOCIAL_CARE),
      socialCare: { ...socialCare, ...nothing, hasSocialWorker: true },
      virtualSchool: copies([]),
    });
  });
});

describe('the virtual school', () => {
  it('tells in part how plans stand against their terms, not what was judged or spent', async () => {
    await share(Domain.VIRTUAL_SCHOOL, 'T2', 'REDACTED');
    const { virtualSchool } = whole;
    const judged = virtualSchool.peps.filter((one) => one['quality'] !== null || one['pupilPremiumPlusPence'] !== null);
    expect(judged).not.toEqual([]);
    const peps = virtualSchool.peps.map((plan) => ({ ...plan, quality: null, pupilPremiumPlusPence: null }));
    expect(await told()).toEqual({
      ...whole,
      team: without(Domain.VIRTUAL_SCHOOL),
      virtualSchool: { ...virtualSchool, peps },
    });
  });

  it('tells nothing of plans that may only be known to exist', async () => {
    await share(Domain.VIRTUAL_SCHOOL, 'T2', 'EXISTENCE_ONLY');
    const { virtualSchool } = whole;
    expect(await told()).toEqual({
      ...whole,
      team: without(Domain.VIRTUAL_SCHOOL),
      virtualSchool: { ...virtualSchool, peps: [] },
    });
  });
});
