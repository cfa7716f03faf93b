import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import type { IngestCounts } from '../../platform/ingest/ingest-counts.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

type As = Parameters<TestHub['post']>[0];
type Row = Readonly<Record<string, string>>;

let hub: TestHub;
const senco = { persona: 'senco' } as const;
const clinician = { persona: 'camhs-clinician' } as const;
const virtualSchool = { persona: 'virtual-school-head' } as const;
const reviewer = { persona: 'match-reviewer' } as const;

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

const person = { surname: 'Quillfeather', forename: 'Thessaly', dob: '2015-05-01', sex: 'F', postcode: 'ZZ99 9ZZ' };
const upn = 'P207000016049';
const nhsNumber = '9990000018';

const roll = (over: Row = {}): Row => ({
  ...{ urn: '900001', upn, former_upn: '', ...person, preferred_forename: '', former_surname: '', nc_year: '6' },
  ...{ enrol_status: 'C', entry_date: '2024-09-02', leaving_date: '', sen_provision: 'K', sen_need_primary: 'SLCN' },
  ...{ sen_need_secondary: '', fsm: '0', adopted_from_care: 'N', ...over },
});
const waits = (over: Row = {}): Row => ({
  ...{ provider_ods: 'XAC01', provider_name: '', entry_ref: 'XAC01-DEL', nhs_number: nhsNumber, ...person },
  ...{ service: 'CAMHS', status: 'ACCEPTED_WAITING', status_on: '2026-09-01', priority: '', received_on: '2026-06-01' },
  ...{ next_step: '', next_appointment_on: '', support_while_waiting: '', referred_by: '', reason: '' },
  ...{ clinician_name: 'Imre Valdez', ...over },
});
const caseOf = (over: Row = {}): Row => ({
  ...{ la_code: '990', la_child_id: 'DEL1', ...person, expected_dob: '', nhs_number: '', worker_id: 'sw-001' },
  ...{ worker_name: 'Jo Marsden', worker_contact: '', team: '', allocated_from: '2026-03-02', allocated_until: '' },
  ...over,
});
const listed = `waiting-list:XAC01 ${nhsNumber}`;
const onRoll = `school-census:900001 ${upn}`;
const onCases = 'case-list:990 990/DEL1';

async function arrive(source: string, ...rows: readonly [Row, ...Row[]]): Promise<IngestCounts> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-deletion-')), `${source}.csv`);
  const lines = [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))];
  writeFileSync(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
  const counts = await ingestFiles(hub.assembly, source, [file]);
  await settle(hub);
  return counts;
}

/** Asks for records to be deleted, each named as `source key`. */
function remove(...records: readonly [string, ...string[]]): Promise<IngestCounts> {
  const [first, ...rest] = records.map((record): Row => {
    const [source = '', key = ''] = record.split(' ');
    return { source, source_key: key, reason: 'ENTERED_IN_ERROR' };
  });
  return arrive('deletions', first ?? {}, ...rest);
}

/** The records' own ids, in order. */
async function idsOf(...records: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const record of records) ids.push(await idOf(record));
  return ids;
}

/** The record's own id. */
async function idOf(record: string): Promise<string> {
  const { rows } = await hub.admin.query<{ child_id: string }>(
    'select child_id from partnership.source_record where source = $1 and source_key = $2',
    record.split(' '),
  );
  return rows[0]?.child_id ?? '';
}

async function count(from: string, ...values: readonly unknown[]): Promise<number> {
  const { rows } = await hub.admin.query<{ n: number }>(`select count(*)::int n from ${from}`, [...values]);
  return rows[0]?.n ?? -1;
}

interface Seen {
  readonly id: string;
  readonly name: { readonly given: string | null; readonly preferred: string | null };
  readonly team: readonly { readonly domain: string }[];
  readonly education: { readonly enrolments: readonly unknown[] };
  readonly health: { readonly waiting: readonly unknown[] };
}

const page = `id name { given preferred } team { domain } education { enrolments { from } } health { waiting { id } }`;

async function look(as: As, id: string): Promise<Seen | null> {
  const { body } = await hub.post(as, `query Look($id: ID!) { child(id: $id) { ${page} } }`, { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as Seen | null;
}

async function byNumber(as: As, type: string, value: string): Promise<string | null> {
  const document = `query By($value: String!) { childByIdentifier(type: ${type}, value: $value) { id } }`;
  const { body } = await hub.post(as, document, { value });
  return (body.data?.['childByIdentifier'] as { id: string } | null)?.id ?? null;
}

/** Of the child's own team: who holds a post at the school stands there whatever is deleted. */
const domainsOf = (seen: Seen | null): string[] =>
  (seen?.team ?? []).flatMap(({ domain }) => (domain === 'PARTNERSHIP' ? [] : [domain])).sort();

describe('a record that its provider asks to be deleted', () => {
  let child: string;
  let health: string;

  beforeAll(async () => {
    await arrive('school-census', roll());
    await arrive('waiting-list', waits({ surname: 'Quill' }));
    await arrive('waiting-list', waits());
    await arrive('case-list', caseOf());
    [child, health] = [await idOf(onRoll), await idOf(listed)];
  });

  it('was of a child whom a school sees whole', async () => {
    const seen = await look(senco, child);
    expect(seen?.health.waiting).toHaveLength(1);
    expect(domainsOf(seen)).toEqual(['EDUCATION', 'HEALTH', 'SOCIAL_CARE']);
    expect(await byNumber(clinician, 'NHS_NUMBER', nhsNumber)).toBe(child);
    expect(await count('partnership.former_version where child_id = $1', health)).toBe(1);
  });

  it('is gone from the child, whose other records stay', async () => {
    expect(await remove(listed)).toMatchObject({ read: 1, written: 1, unchanged: 0, rejected: {}, review: 0 });
    const seen = await look(senco, child);
    expect(seen).toMatchObject({ id: child, name: { given: 'Thessaly' }, health: { waiting: [] } });
    expect(seen?.education.enrolments).toHaveLength(1);
    expect(domainsOf(seen)).toEqual(['EDUCATION', 'SOCIAL_CARE']);
  });

  it('is nobody’s to see any more, and its number leads to nobody', async () => {
    for (const as of [clinician, senco, reviewer])
      expect([await look(as, health)].filter((seen) => seen !== null)).toEqual([]);
    expect(await look(clinician, child)).toBeNull();
    expect(await byNumber(clinician, 'NHS_NUMBER', nhsNumber)).toBeNull();
  });

  it('leaves a tombstone, and nothing of the person', async () => {
    const { rows } = await hub.admin.query('select * from partnership.source_record where child_id = $1', [health]);
    expect(rows).toEqual([
      {
        ...{ id: expect.any(String), arrival: expect.any(String), received: expect.any(Date) },
        ...{ source: 'waiting-list:XAC01', source_key: nhsNumber, child_id: health, sex: 'UNKNOWN', identifiers: [] },
        ...{ given: null, family: null, preferred: null, previous_family: null, date_of_birth: null, postcode: null },
        ...{ number: null, claim: null, withheld: null },
        ...{ deleted_on: '2026-11-20', deleted_because: 'ENTERED_IN_ERROR' },
      },
    ]);
    for (const table of ['partnership.match_key', 'partnership.former_version', 'partnership.identifier'])
      expect([table, await count(`${table} where child_id = $1`, health)]).toEqual([table, 0]);
    for (const table of [
      'partnership.team_fact',
      'partnership.attention_fact',
      'partnership.change',
      'access.relationship',
    ])
      expect([table, await count(`${table} where child_id = $1`, health)]).toEqual([table, 0]);
    expect(await count('access.child_alias where $1 in (held, canonical)', health)).toBe(0);
    expect(await count('partnership.child where child_id = $1 and given is null and family is null', health)).toBe(1);
    expect(await count(`partnership.search_entry where child_id = $1 and cardinality(keys) > 1`, health)).toBe(0);
  });

  it('does not come back with the next file, and the same deletion again takes nothing away', async () => {
    expect(await arrive('waiting-list', waits())).toMatchObject({
      ...{ read: 1, written: 0, unchanged: 0, rejected: { 'deleted-by-source': 1 } },
    });
    expect((await look(senco, child))?.health.waiting).toEqual([]);
    expect(await look(clinician, child)).toBeNull();
    expect(await count('partnership.match_key where child_id = $1', health)).toBe(0);
    expect(await remove(listed)).toMatchObject({ read: 1, written: 0, unchanged: 1, rejected: {} });
    expect(await count('access.relationship where child_id = $1', health)).toBe(0);
  });

  it('is not taken in for the first time either, where it was never held', async () => {
    const unknown = 'waiting-list:XAC01 9990000026';
    expect(await remove(unknown)).toMatchObject({ read: 1, written: 0, unchanged: 1, rejected: {} });
    expect(await arrive('waiting-list', waits({ nhs_number: '9990000026', entry_ref: 'XAC01-DEL2' }))).toMatchObject({
      ...{ written: 0, rejected: { 'deleted-by-source': 1 } },
    });
    expect(await look(clinician, await idOf(unknown))).toBeNull();
  });

  it('may be the one the child is shown by: the rest is shown by another', async () => {
    const cases = await idOf(onCases);
    expect(await byNumber({ persona: 'social-worker' }, 'SOCIAL_CARE_ID', '990/DEL1')).toBe(child);
    expect(await remove(onRoll)).toMatchObject({ written: 1, unchanged: 0, rejected: {} });
    expect(await look(senco, child)).toBeNull();
    expect(await byNumber(senco, 'UPN', upn)).toBeNull();
    const worker = { persona: 'social-worker', claims: { sub: 'sw-001' } } as const;
    expect(await byNumber(worker, 'SOCIAL_CARE_ID', '990/DEL1')).toBe(cases);
    expect(domainsOf(await look(worker, cases))).toEqual(['SOCIAL_CARE']);
    expect(await count('partnership.team_fact where child_id = $1', child)).toBe(0);
    expect(await count('partnership.attention_fact where child_id = $1', child)).toBe(0);
    expect(await count('partnership.change where child_id = $1', child)).toBe(0);
    expect(await count('access.relationship where child_id = $1', child)).toBe(0);
  });
});

describe('a council’s record of a child in the virtual school’s care', () => {
  const files = ['case-list', 'cin-census', 'ssda903'];
  let cases: string;
  let key: string;

  beforeAll(async () => {
    const { rows } = await hub.admin.query<{ child_id: string; source_key: string }>(
      `select s.child_id, s.source_key from partnership.source_record s
       join partnership.source_record r using (child_id, source_key)
       join access.child_alias a on s.child_id in (a.held, a.canonical)
       join access.relationship re on re.child_id = a.canonical and re.basis = 'LOOKED_AFTER_DUTY' and re.valid @> timestamptz '2026-11-20'
       join partnership.source_record l on l.child_id = s.child_id and l.source = 'case-list:990'
       where s.source = 'ssda903:990' and r.source = 'cin-census:990'
         and l.identifiers @> '[{"type": "NHS_NUMBER"}]' order by s.source_key limit 1`,
    );
    [cases, key] = [rows[0]?.child_id ?? '', rows[0]?.source_key ?? ''];
  });

  it('stands while one of its files still holds it, without what the deleted one said', async () => {
    const nhsNumbers = `partnership.identifier where child_id = $1 and type = 'NHS_NUMBER'`;
    expect(await count(nhsNumbers, cases)).toBe(1);
    expect(await look(virtualSchool, cases)).not.toBeNull();
    expect(await remove(`case-list:990 ${key}`)).toMatchObject({ read: 1, rejected: {} });
    expect(await look(virtualSchool, cases)).not.toBeNull();
    expect(await count(nhsNumbers, cases)).toBe(0);
    expect(await count('partnership.identifier where child_id = $1', cases)).toBeGreaterThan(0);
  });

  it('leaves no duty behind when the last is deleted, whatever feeds hear of it afterwards', async () => {
    const [first = '', ...rest] = files.map((file) => `${file}:990 ${key}`);
    expect(await remove(first, ...rest)).toMatchObject({ read: 3, written: 2, unchanged: 1, rejected: {} });
    await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1)`, [
      cases,
    ]);
    await settle(hub);
    expect(await count('social_care.status_interval where child_id = $1', cases)).toBeGreaterThan(0);
    const copies = ['kept_interval', 'kept_week'].map((name) => `virtual_school.${name}`);
    for (const copy of [...copies, 'partnership.team_fact', 'partnership.attention_fact', 'partnership.change'])
      expect([copy, await count(`${copy} where child_id = $1`, cases)]).toEqual([copy, 0]);
    expect(await count('access.relationship where child_id = $1', cases)).toBe(0);
    expect(await look(virtualSchool, cases)).toBeNull();
  });
});

describe('a deleted record that a reviewer was asked about', () => {
  const open = (id: string | undefined): Promise<number> =>
    count(
      `partnership.match_review r join partnership.match_candidate c on c.review_id = r.id
       where r.state = 'OPEN' and $1 in (r.child_id, c.child_id)`,
      id,
    );
  const twins = { surname: 'Quarrington', forename: 'Isidore', dob: '2014-03-02', postcode: 'ZZ99 8ZZ' };
  const sisters = { surname: 'Oldershaw', forename: 'Wyndham', dob: '2012-03-02', postcode: 'ZZ99 6ZZ' };
  const pupil = 'Q801200005002';

  it('is off the queue, and so is what it was suggested for alone', async () => {
    await arrive('school-census', roll({ ...twins, upn: pupil }));
    const twin = waits({ ...twins, forename: 'Marigold', nhs_number: '9990000050', entry_ref: 'XAC01-DEL3' });
    expect(await arrive('waiting-list', twin)).toMatchObject({ review: 1 });
    const [school, other] = [await idOf(`school-census:900001 ${pupil}`), await idOf('waiting-list:XAC01 9990000050')];
    expect([await open(school), await open(other)]).toEqual([1, 1]);
    await remove(`school-census:900001 ${pupil}`);
    expect(await count(`partnership.match_review where child_id = $1 and state = 'OPEN'`, other)).toBe(0);
  });

  it('gives its place to the rest of the child that was suggested', async () => {
    const numbered = { nhs_number: '9990000077', entry_ref: 'XAC01-DEL4' };
    await arrive('waiting-list', waits({ ...sisters, ...numbered }));
    await arrive('case-list', caseOf({ ...sisters, la_child_id: 'DEL2', nhs_number: '9990000077' }));
    await arrive('case-list', caseOf({ ...sisters, forename: 'Araminta', la_child_id: 'DEL3' }));
    const [listedAs, cases, asked] = await idsOf(
      'waiting-list:XAC01 9990000077',
      'case-list:990 990/DEL2',
      'case-list:990 990/DEL3',
    );
    expect([await open(listedAs), await open(cases)]).toEqual([1, 0]);
    await remove('waiting-list:XAC01 9990000077');
    expect([await open(listedAs), await open(cases), await open(asked)]).toEqual([0, 1, 1]);
    await remove('case-list:990 990/DEL3');
    expect(await open(cases)).toBe(0);
  });
});

describe('a record of an adopted child', () => {
  it('is deleted like any other, and the rest stays one child', async () => {
    const who = { surname: 'Featherstonehaugh', forename: 'Peregrine', dob: '2013-04-01', postcode: 'ZZ99 7ZZ' };
    await arrive('school-census', roll({ ...who, upn: 'E801200005003' }));
    await arrive('waiting-list', waits({ ...who, nhs_number: '9990000093', entry_ref: 'XAC01-DEL5' }));
    await arrive('case-list', caseOf({ ...who, la_child_id: 'DEL5', nhs_number: '9990000093' }));
    const [shown, ...rest] = await idsOf(
      'school-census:900001 E801200005003',
      'waiting-list:XAC01 9990000093',
      'case-list:990 990/DEL5',
    );
    expect(await count('access.child_alias where canonical = $1', shown)).toBe(2);
    await hub.admin.query(`insert into access.restriction values ($1, 'ADOPTION', '2026-01-01', null)`, [rest[0]]);
    expect(await remove('school-census:900001 E801200005003')).toMatchObject({ written: 1, rejected: {} });
    expect(await count('access.child_alias where canonical = $1 and held = $2', ...rest)).toBe(1);
    expect(await count('access.child_alias where $1 in (held, canonical)', shown)).toBe(0);
  });

  it('leaves what hid the child, and what was objected to, with the rest', async () => {
    const who = { surname: 'Auchterlonie', forename: 'Sorrel', dob: '2011-04-01', postcode: 'ZZ99 9XX' };
    await arrive('school-census', roll({ ...who, upn: 'U801200005004' }));
    await arrive('waiting-list', waits({ ...who, nhs_number: '9990009902', entry_ref: 'XAC01-DEL6' }));
    const records = ['school-census:900001 U801200005004', 'waiting-list:XAC01 9990009902'];
    const [shown = '', rest = ''] = await idsOf(...records);
    await hub.admin.query(`insert into access.restriction values ($1, 'ADOPTION', '2026-01-01', null)`, [shown]);
    await hub.admin.query(
      `insert into access.objection (child_id, valid, reference) values ($1, tstzrange('2026-01-01', null), 'test')`,
      [shown],
    );
    expect(await look(clinician, rest)).toBeNull();
    await remove(records[0] ?? '');
    expect(await count(`access.restriction where child_id = $1 and kind = 'ADOPTION'`, rest)).toBe(1);
    expect(await count(`access.objection where child_id = $1 and reference = 'test'`, rest)).toBe(1);
    expect(await look(clinician, rest)).toBeNull();
  });
});
