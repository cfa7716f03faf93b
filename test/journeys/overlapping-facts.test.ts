import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import type { FaultLedger } from '../../platform/ingest/fault-ledger.js';
import type { IngestCounts } from '../../platform/ingest/ingest-counts.js';
import { testHub, type TestHub } from '../support/hub.js';
import { allocated, marked, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

// What cannot be so as it is told: plans, episodes and allocations on the same days, one inside another, or ended before
// they began. Each is named to the sender by its rule and line, and no session is counted twice for it, nor lost.

let hub: TestHub;
const school = '900001';
const [planned, inCare] = [pupil(1), pupil(2)];

interface Taken {
  readonly counts: IngestCounts;
  /** Rule and line of each fault, and whether the whole record was left out for it. */
  readonly told: readonly string[];
}

/** Takes files in as a sender would see it done. */
async function taken(source: string, texts: readonly string[], year: number | null = null): Promise<Taken> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-overlaps-'));
  const files = texts.map((text, at) => {
    const file = path.join(folder, `${source}-${String(at)}`);
    writeFileSync(file, text);
    return file;
  });
  const told: string[] = [];
  const onFaults = (faults: FaultLedger): void => {
    for (const { rule, line, whole } of faults.inOrder()) told.push(`${rule} ${String(line)}${whole ? ' whole' : ''}`);
  };
  const counts = await ingestFiles(hub.assembly, source, files, { year, onFaults });
  return { counts, told: told.sort() };
}

const csv = (...lines: readonly Readonly<Record<string, string>>[]): string =>
  [Object.keys(lines[0] ?? {}), ...lines.map((line) => Object.values(line))]
    .map((row) => `${row.join(',')}\n`)
    .join('');

const plan = (from: string, until: string): string =>
  `<CINPlanDates><CINPlanStartDate>${from}</CINPlanStartDate><CINPlanEndDate>${until}</CINPlanEndDate></CINPlanDates>`;

const census = ({ upn, dob }: Pupil): string => `<Message>
<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>990</LEA></Source></Header>
<Children>
<Child><ChildIdentifiers><LAchildID>C${upn}</LAchildID><UPN>${upn}</UPN><PersonBirthDate>${dob}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<CINdetails><CINreferralDate>2026-01-05</CINreferralDate>${[
  plan('2026-01-12', '2026-03-27'),
  plan('2026-02-02', '2026-02-09'),
  plan('2026-02-20', '2026-02-10'),
].join('')}<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2026-03-04</CPPstartDate><CPPendDate>2026-03-06</CPPendDate></ChildProtectionPlans></CINdetails>
</Child></Children></Message>`;

const lookedAfter = ({ upn, dob }: Pupil): string[] => [
  `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC${upn},F,${dob.split('-').reverse().join('/')},WBRI,${upn},0,\n`,
  ['CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN']
    .concat(
      ['02/02/2026 20/03/2026', '02/03/2026 04/03/2026'].map((days) => {
        const [from = '', until = ''] = days.split(' ');
        return `C${upn},${from},S,C2,N1,U6,PR1,${until},E4A,,,,`;
      }),
    )
    .join('\n')
    .concat('\n'),
];

const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];

/** How many children of a cohort had how many sessions in the week, by team. */
async function figures(cohort: string, by: string): Promise<unknown[]> {
  const { body } = await hub.post(
    { persona: 'virtual-school-head' },
    `query Figures($cohort: Cohort!, $by: [CohortDimension!]!) {
      cohortAttendance(cohort: $cohort, from: "2026-03-02", to: "2026-03-08", by: $by) { groups { key children possible } } }`,
    { cohort, by: [by] },
  );
  expect(body.errors).toBeUndefined();
  const { groups } = body.data?.['cohortAttendance'] as {
    groups: { key: string[]; children: number; possible: number }[];
  };
  return groups.map(({ key, children, possible }) => [key[0], children, possible]);
}

beforeAll(async () => {
  hub = await testHub();
  const pupils = [planned, inCare];
  await take(
    hub,
    'school-census',
    pupils.map((one) => onRoll(one, school, '2024-09-02')),
  );
  await take(
    hub,
    'attendance',
    pupils.flatMap((one) => week.map((day) => marked(one, school, day, '/', '\\'))),
  );
});

afterAll(() => hub.close());

describe('facts of social care that cannot all be so', () => {
  it('are named to the sender of a census by rule and line, and taken but for a plan that ended before it began', async () => {
    const { counts, told } = await taken('cin-census', [census(planned)]);
    expect(counts).toMatchObject({ read: 1, rejected: {}, leftOut: { 'cin-4001': 1, 'cin-4011': 1, 'cin-4014': 1 } });
    expect(told).toEqual(['cin-4001 4', 'cin-4011 4', 'cin-4014 4']);
  });

  it('are named to the sender of a return of looked-after children', async () => {
    const { counts, told } = await taken('ssda903', lookedAfter(inCare), 2026);
    expect(counts).toMatchObject({ read: 1, rejected: {}, leftOut: { '903-142': 1 } });
    expect(told).toEqual(['903-142 3']);
  });

  it('are rejected of a case list where one worker is allocated twice on a day, or nobody says to whom', async () => {
    const over = { team: 'North', worker_role: '' };
    const { counts, told } = await taken('case-list', [
      csv(
        allocated(planned, 'a', '2026-01-12', '2026-03-27', over),
        allocated(planned, 'a', '2026-02-02', '2026-02-09', { ...over, team: 'South' }),
        allocated(inCare, 'a', '2026-01-12', '', { ...over, la_child_id: '' }),
        allocated(inCare, 'b', '2026-03-27', '2026-01-12', over),
      ),
    ]);
    expect(counts).toMatchObject({
      rejected: { 'overlaps-an-earlier-row': 1, 'required-missing': 1, 'interval-empty': 1 },
      rejectedRecords: 3,
    });
    expect(told).toEqual(['interval-empty 5 whole', 'overlaps-an-earlier-row 3 whole', 'required-missing 4 whole']);
  });

  it('count each session once, on days of both plans as protection', async () => {
    await settle(hub);
    expect(await figures('CHILD_IN_NEED', 'SOCIAL_WORK_TEAM')).toEqual([['North', 1, 6]]);
    expect(await figures('CHILD_PROTECTION', 'SOCIAL_WORK_TEAM')).toEqual([['North', 1, 4]]);
    expect(await figures('ON_PLAN', 'SOCIAL_WORK_TEAM')).toEqual([['North', 1, 10]]);
    expect(await figures('LOOKED_AFTER', 'SCHOOL')).toEqual([[school, 1, 10]]);
  });
});
