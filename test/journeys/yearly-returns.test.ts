import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import type { IngestCounts } from '../../platform/ingest/ingest-counts.js';
import { digestsOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

const worker = { persona: 'social-worker', claims: { sub: 'sw-001' } } as const;
const virtualSchool = { persona: 'virtual-school-head' } as const;

const fileOf = (name: string, text: string): string => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-returns-')), name);
  writeFileSync(file, text);
  return file;
};

/** Each child's own, in the month of May 2014: its number is the day. */
const bornOn = (id: string): string => `0${id.slice(1)}`;
const names = ['Amabel', 'Bettany', 'Clemency', 'Drusilla', 'Eulalie', 'Fenella', 'Gwenda'];

/** Case lists of these children of council 990, each with the worker and a name of their own. */
function caseList(...ids: readonly string[]): string {
  const head =
    'la_code,la_child_id,forename,surname,dob,expected_dob,sex,postcode,nhs_number,worker_id,worker_name,worker_contact,team,allocated_from,allocated_until';
  const rows = ids.map(
    (id, at) =>
      `990,${id},${names[at] ?? ''},Quillfeather,2014-05-${bornOn(id)},,F,,,sw-001,Jo Marsden,,Team A,2026-11-01,`,
  );
  return [head, ...rows, ''].join('\n');
}

function census(year: number, children: Readonly<Record<string, string>>): string {
  const header = `<Header><CollectionDetails><Collection>CIN</Collection><Year>${String(year)}</Year><ReferenceDate>${String(year)}-03-31</ReferenceDate></CollectionDetails><Source><LEA>990</LEA></Source></Header>`;
  const all = Object.entries(children).map(
    ([id, cases]) =>
      `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>2014-05-${bornOn(id)}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>${cases}</Child>`,
  );
  return `<Message>${header}<Children>${all.join('')}</Children></Message>`;
}

const tag = (name: string, text: string): string => (text === '' ? '' : `<${name}>${text}</${name}>`);
const referral = (from: string, closed: string, plans = ''): string =>
  tag('CINdetails', tag('CINreferralDate', from) + tag('CINclosureDate', closed) + plans + tag('ReferralNFA', '0'));
const cinPlan = (from: string): string => tag('CINPlanDates', tag('CINPlanStartDate', from));
const protection = (from: string, until: string): string =>
  tag('ChildProtectionPlans', tag('CPPstartDate', from) + tag('CPPendDate', until));

async function arrive(hub: TestHub, source: string, files: readonly string[], year?: number): Promise<IngestCounts> {
  const counts = await ingestFiles(hub.assembly, source, files, { year: year ?? null });
  expect(counts.rejected).toEqual({});
  return counts;
}

const cin = (hub: TestHub, text: string) => arrive(hub, 'cin-census', [fileOf('cin.xml', text)]);

/** An SSDA903 set of one year: each child's episodes, written DECOM-DEC-REC. */
function ssda903(hub: TestHub, year: number, children: Readonly<Record<string, readonly string[]>>) {
  const header = Object.keys(children).map((id) => `${id},F,${bornOn(id)}/05/2014,WBRI,UN4,0,`);
  const episodes = Object.entries(children).flatMap(([id, own]) =>
    own.map((episode) => {
      const [decom = '', dec = '', rec = ''] = episode.split('-');
      return `${id},${decom},S,C2,N1,U6,PR1,${dec},${rec},,,,`;
    }),
  );
  const files = [
    fileOf('h.csv', ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...header, ''].join('\n')),
    fileOf(
      'e.csv',
      [
        'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
        ...episodes,
        '',
      ].join('\n'),
    ),
  ];
  return arrive(hub, 'ssda903', files, year);
}

interface Shown {
  readonly socialCare: {
    readonly intervals: readonly { status: string; from: string; until: string | null }[];
    readonly [name: string]: unknown;
  };
  readonly virtualSchool: { readonly cohorts: readonly string[] } | null;
}

async function shown(hub: TestHub, id: string, as: Parameters<TestHub['post']>[0] = worker): Promise<Shown> {
  const { rows } = await hub.admin.query<{ child_id: string }>(
    `select child_id from partnership.source_record where source_key = $1 limit 1`,
    [`990/${id}`],
  );
  const { body } = await hub.post(
    as,
    `query Look($id: ID!) { child(id: $id) { socialCare { status hasSocialWorker plan { startedOn } intervals { status from until } } virtualSchool { cohorts } } }`,
    { id: rows[0]?.child_id },
  );
  return body.data?.['child'] as Shown;
}

const intervals = async (hub: TestHub, id: string): Promise<unknown[]> =>
  (await shown(hub, id)).socialCare.intervals.map(({ status, from, until }) => [status, from, until]);

describe('two censuses', () => {
  const older = census(2025, { A1: referral('2024-05-01', '2025-01-31', protection('2024-06-03', '2025-01-20')) });
  const newer = census(2026, { A1: referral('2025-11-03', '', cinPlan('2025-12-01')) });
  const hubs: TestHub[] = [];
  beforeAll(async () => {
    for (const files of [
      [older, newer],
      [newer, older],
    ]) {
      const hub = await testHub();
      hubs.push(hub);
      await arrive(hub, 'case-list', [fileOf('c.csv', caseList('A1'))]);
      for (const file of files) await cin(hub, file);
      await settle(hub);
    }
  });
  afterAll(() => Promise.all(hubs.map((hub) => hub.close())));

  it('stand side by side, whichever came first', async () => {
    const both = [
      ['ASSESSMENT', '2024-05-01', '2024-06-03'],
      ['CHILD_PROTECTION', '2024-06-03', '2025-01-20'],
      ['ASSESSMENT', '2025-01-20', '2025-01-31'],
      ['ASSESSMENT', '2025-11-03', '2025-12-01'],
      ['CHILD_IN_NEED', '2025-12-01', null],
    ];
    const [one, other] = hubs as [TestHub, TestHub];
    expect(await intervals(one, 'A1')).toEqual(both);
    expect(await intervals(other, 'A1')).toEqual(both);
    expect(await digestsOf(one)).toEqual(await digestsOf(other));
    expect((await shown(one, 'A1')).socialCare['plan']).toEqual({ startedOn: '2025-12-01' });
  });

  it('write nothing when they come again', async () => {
    const [one, other] = hubs as [TestHub, TestHub];
    expect(await cin(one, older)).toMatchObject({ written: 0, unchanged: 2 });
    expect(await cin(one, newer)).toMatchObject({ written: 0, unchanged: 2 });
    expect(await digestsOf(one)).toEqual(await digestsOf(other));
  });
});

describe('returns of one hub', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await testHub();
    await arrive(hub, 'case-list', [fileOf('c.csv', caseList('B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'))]);
  });
  afterAll(() => hub.close());

  it('of three years show the same care in any order', async () => {
    const years: readonly (readonly [number, readonly string[]])[] = [
      [2024, ['03/04/2023']],
      [2025, ['03/04/2023-10/09/2024-X1', '10/09/2024']],
      [2027, ['02/05/2026']],
    ];
    const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]; // prettier-ignore
    for (const [at, order] of orders.entries()) {
      const id = `B${String(at + 1)}`;
      for (const index of order) {
        const [year, episodes] = years[index] ?? [0, []];
        await ssda903(hub, year, { [id]: episodes });
      }
      expect(await intervals(hub, id)).toEqual([
        ['LOOKED_AFTER', '2023-04-03', '2026-04-01'],
        ['LOOKED_AFTER', '2026-05-02', null],
      ]);
    }
  });

  it('given again, an older one does not take away the care of today; put right, it does what it says', async () => {
    await settle(hub);
    const before = await digestsOf(hub);
    expect(await ssda903(hub, 2025, { B1: ['03/04/2023-10/09/2024-X1', '10/09/2024'] })).toMatchObject({ written: 0 });
    expect(await digestsOf(hub)).toEqual(before);
    expect(await shown(hub, 'B1')).toMatchObject({ socialCare: { status: 'LOOKED_AFTER', hasSocialWorker: true } });
    await ssda903(hub, 2025, { B1: ['03/04/2023-10/09/2024-X1', '10/09/2024-01/02/2025-E4A'] });
    expect(await intervals(hub, 'B1')).toEqual([
      ['LOOKED_AFTER', '2023-04-03', '2025-02-01'],
      ['LOOKED_AFTER', '2026-05-02', null],
    ]);
  });

  it('end, with a newer one that names the child, the worker, the plan and the duty that an older one left open', async () => {
    await ssda903(hub, 2025, { B7: ['03/04/2023'] });
    await cin(hub, census(2025, { B7: referral('2024-05-01', '', protection('2024-06-03', '')) }));
    await settle(hub);
    expect(await shown(hub, 'B7', virtualSchool)).toMatchObject({
      socialCare: { status: 'LOOKED_AFTER', plan: { startedOn: '2024-06-03' } },
      virtualSchool: {
        cohorts: [
          ...['LOOKED_AFTER', 'CHILD_PROTECTION', 'ON_PLAN'],
          ...['SOCIAL_WORKER_NOW', 'IN_NEED_SIX_YEARS', 'EVER_SOCIAL_WORKER'],
        ],
      },
    });
    await ssda903(hub, 2026, { B1: [] });
    await cin(hub, census(2026, { B2: referral('2025-05-01', '') }));
    await settle(hub);
    expect(await shown(hub, 'B7', virtualSchool)).toMatchObject({
      virtualSchool: { cohorts: expect.arrayContaining(['LOOKED_AFTER']) },
    });
    await ssda903(hub, 2026, { B7: [] });
    await cin(hub, census(2026, { B7: referral('2024-05-01', '2025-06-01') }));
    await settle(hub);
    expect(await intervals(hub, 'B7')).toEqual([
      ['LOOKED_AFTER', '2023-04-03', '2025-04-01'],
      ['ASSESSMENT', '2024-05-01', '2024-06-03'],
      ['CHILD_PROTECTION', '2024-06-03', '2025-04-01'],
      ['ASSESSMENT', '2025-04-01', '2025-06-01'],
    ]);
    expect(await shown(hub, 'B7')).toMatchObject({
      socialCare: { status: null, plan: null },
      // The case list still names a social worker.
      virtualSchool: { cohorts: ['SOCIAL_WORKER_NOW', 'IN_NEED_SIX_YEARS', 'EVER_SOCIAL_WORKER'] },
    });
    // Whose duty it was may know that it was one, and nothing more.
    expect(await shown(hub, 'B7', virtualSchool)).toMatchObject({
      socialCare: { status: null, plan: null, intervals: [] },
      virtualSchool: { cohorts: [] },
    });
    const { rows } = await hub.admin.query(
      `select p.held_from, p.held_until from social_care.social_worker_presence p
       join partnership.source_record s using (child_id) where s.source = 'case-list:990' and s.source_key = '990/B7' order by 1`,
    );
    expect(rows).toEqual([
      // An assessment by itself does not say that a social worker holds it.
      { held_from: '2023-04-03', held_until: '2025-04-01' },
      { held_from: '2026-11-01', held_until: null },
    ]);
  });

  it('are of a year that has begun, told of the source that needs it and of no other', async () => {
    const file = fileOf('e.csv', '');
    for (const [source, year, sentence] of [
      ['ssda903', null, 'The source ssda903 needs --year YYYY: the year on whose 31 March it ends.'],
      ['ssda903', 2028, 'The year of --year 2028 has not begun: it is the year on whose 31 March it ends.'],
      ['cin-census', 2026, 'The source cin-census takes no --year: its files say when they are of.'],
    ] as const)
      await expect(ingestFiles(hub.assembly, source, [file], { year })).rejects.toThrow(sentence);
  });
});
