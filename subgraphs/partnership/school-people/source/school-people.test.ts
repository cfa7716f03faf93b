import { describe, expect, it } from '@jest/globals';
import { FileSurvey } from '../../../../platform/ingest/file-survey.js';
import { csvOf, trialOf } from '../../../../platform/ingest/trial.test-support.js';
import { columns } from './columns.js';
import type { PostFact } from './fact.js';
import { schoolPeopleOf } from './school-people.js';
import { directoriesOf } from './told-directories.js';

const urn = '900001';
const format = schoolPeopleOf({
  today: '2026-11-20',
  knows: (code) => [urn, '900002'].includes(code),
  toldOn: ({ code }) => (code === '900002' ? '2026-11-10' : undefined),
});

const sixColumns = columns.filter((column) => !('mayLack' in column));

/** The rules by which lines of one file are not taken, each line once. */
async function refused(...rows: readonly Readonly<Record<string, string>>[]): Promise<[number, string][]> {
  const { taken, rejected } = await trialOf(format, csvOf(columns, ...rows));
  const survey = new FileSurvey(format);
  const judged = async function* () {
    yield await Promise.resolve(taken.map((one) => ({ place: one.place, result: { taken: one } })));
  };
  const reading = survey.reading(judged());
  while ((await reading.next()).done !== true);
  const contradicted = taken.flatMap(({ place }) => survey.contradiction(place) ?? []);
  return [...rejected, ...contradicted].map(({ line, rule }): [number, string] => [line, rule]).sort();
}

async function posts(...rows: readonly Readonly<Record<string, string>>[]): Promise<PostFact[]> {
  const { taken } = await trialOf(format, csvOf(columns, ...rows));
  return taken.flatMap(({ facts }) => facts).flatMap((fact) => (fact.kind === 'POST' ? [fact] : []));
}

describe('school-people', () => {
  it('takes the example of its columns as a post of a school, about no person', async () => {
    const { taken, rejected } = await trialOf(format, csvOf(columns, {}));
    expect(rejected).toEqual([]);
    const whose = { scope: 'SCHOOL', code: urn, cluster: 'Aldermere North', toldOn: '2026-11-20' };
    expect(taken).toEqual([
      {
        ...{ place: taken[0]?.place, person: null, leftOut: [] },
        facts: [
          {
            ...{ kind: 'POST', ...whose, role: 'SENCO', name: 'Ruth Testcase', contact: 'senco@school-900001.example' },
            ...{ userId: 'senco.900001', from: '2025-09-01', until: null, notTaken: [] },
          },
          { kind: 'TOLD', ...whose, cluster: null },
          { kind: 'IN_CLUSTER', ...whose },
        ],
      },
    ]);
  });

  it('takes files of the six columns that every directory has, as told on the day they are taken in', async () => {
    const { taken, rejected } = await trialOf(format, csvOf(sixColumns, {}));
    expect(rejected).toEqual([]);
    expect(taken[0]?.facts).toMatchObject([{ cluster: null, userId: null, toldOn: '2026-11-20' }, { kind: 'TOLD' }]);
  });

  it.each([
    ['SENCO', 'SENCO'],
    ['dsl', 'DESIGNATED_SAFEGUARDING_LEAD'],
    ['designated teacher', 'DESIGNATED_TEACHER'],
    ['Educational Psychologist', 'EDUCATIONAL_PSYCHOLOGIST'],
    ['CAMHS link worker', 'CAMHS_LINK_WORKER'],
    ['mental-health support team', 'MENTAL_HEALTH_SUPPORT_TEAM'],
    ['advisory teacher', 'ADVISORY_TEACHER'],
  ])('knows the post %s', async (role, code) => {
    expect((await posts({ role })).map((post) => post.role)).toEqual([code]);
  });

  it('takes a vacant post, and who serves the schools of a cluster', async () => {
    expect(await posts({ name: '', contact: '', user_id: '' })).toMatchObject([{ name: null, role: 'SENCO' }]);
    expect(await posts({ urn: '', role: 'ADVISORY_TEACHER' })).toMatchObject([
      { scope: 'CLUSTER', code: 'Aldermere North', cluster: null },
    ]);
  });

  it.each([
    ['urn-shape', { urn: '9001' }],
    ['urn-unknown', { urn: '900009' }],
    ['required-missing', { urn: '', cluster: '' }],
    ['required-missing', { role: '' }],
    ['role-unknown', { role: 'toString' }],
    ['required-missing', { from: '' }],
    ['date-not-iso', { from: '01/09/2026' }],
    ['date-out-of-range', { from: '2028-09-01' }],
    ['until-before-from', { until: '2025-08-31' }],
    ['until-before-from', { until: '2025-09-01' }],
    ['holder-without-name', { name: '' }],
    ['older-than-held', { urn: '900002', as_at: '2026-11-09' }],
    ['date-out-of-range', { as_at: '2026-11-21' }],
    ['too-long', { name: 'x'.repeat(101) }],
  ])('rejects by %s', async (rule, change) => {
    expect(await refused({ urn, role: 'ADVISORY_TEACHER' }, change)).toEqual([[3, rule]]);
  });

  it('takes what is told of the very day that is held', async () => {
    expect(await refused({ urn: '900002', as_at: '2026-11-10' })).toEqual([]);
  });

  it.each(['SENCO', 'CAMHS_LINK_WORKER'])(
    'takes all who share the post %s, or hand it over, each once',
    async (role) => {
      const other = { role, name: 'Omar Testcase', user_id: '', contact: '' };
      expect(await refused({ role }, other)).toEqual([]);
      expect(await refused({ role }, { ...other, from: '2026-09-01' })).toEqual([]);
      expect(await refused({ role, until: '2026-09-01' }, { role, from: '2026-09-01' })).toEqual([]);
      expect(await refused({ role }, { role, from: '2026-09-01' })).toEqual([[3, 'overlaps-an-earlier-row']]);
      expect(await refused({ role }, { role, until: '2026-12-01' })).toEqual([[3, 'contradicts-an-earlier-row']]);
      expect((await posts({ role }, other)).map(({ name }) => name)).toEqual(['Ruth Testcase', 'Omar Testcase']);
    },
  );

  it('takes no row that says another day, or another cluster, of a school than one before it', async () => {
    expect(
      await refused(
        {},
        { role: 'DSL', as_at: '2026-11-19' },
        { role: 'DESIGNATED_TEACHER', cluster: 'South' },
        { role: 'ADVISORY_TEACHER', cluster: '' },
      ),
    ).toEqual([
      [3, 'contradicts-an-earlier-row'],
      [4, 'contradicts-an-earlier-row'],
    ]);
  });

  it('takes a post whole or not at all, and says with the rest of the school which were not', async () => {
    const rows: Readonly<Record<string, string>>[] = [
      { until: '2026-09-01' },
      { from: '2026-09-31' },
      { role: 'DSL' },
      { urn: '900002' },
    ];
    expect(await refused(...rows)).toEqual([
      [2, 'post-not-whole'],
      [3, 'date-not-iso'],
    ]);
    expect(await posts(...rows)).toMatchObject([
      { code: urn, role: 'DESIGNATED_SAFEGUARDING_LEAD', notTaken: ['SENCO'] },
      { code: '900002', role: 'SENCO', notTaken: [] },
    ]);
  });

  it('says nothing that is not taken of a role that is none', async () => {
    expect(await posts({ role: 'Caretaker' }, { role: 'DSL' })).toMatchObject([{ notTaken: [] }]);
  });
});

describe('directories of several files', () => {
  it('are of the latest day, and of one day both, of each holder once', async () => {
    const files = [
      csvOf(columns, { as_at: '2026-11-01' }, { role: 'DSL', as_at: '2026-11-01' }),
      csvOf(columns, { name: 'Later', as_at: '2026-11-19' }),
      csvOf(
        columns,
        { name: 'Later', from: '2026-01-01', as_at: '2026-11-19' },
        { name: 'Shares', from: '2026-01-01', as_at: '2026-11-19' },
        { role: 'DSL', as_at: '2026-11-19' },
      ),
    ];
    const { taken, rejected } = await trialOf(format, ...files);
    expect(rejected).toEqual([]);
    const told = directoriesOf(taken.flatMap(({ facts }) => facts));
    expect(told).toMatchObject([{ code: urn, toldOn: '2026-11-19', cluster: 'Aldermere North', notTaken: [] }]);
    expect(told[0]?.posts.map(({ role, name }) => `${role} ${String(name)}`)).toEqual([
      'SENCO Later',
      'SENCO Shares',
      'DESIGNATED_SAFEGUARDING_LEAD Ruth Testcase',
    ]);
  });
});
