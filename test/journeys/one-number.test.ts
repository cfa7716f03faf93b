import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { digestsOf } from '../support/digests.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { confirm, queue, roll, waits } from '../support/review.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
beforeEach(async () => {
  hub = await testHub();
});
afterEach(() => hub.close());

type Row = Readonly<Record<string, string>>;

const nhs = '9990000018';
const upn = 'K990200126033';
const born = { surname: 'Penhallow', dob: '2016-05-05', nhs_number: nhs, postcode: 'ZZ99 3CZ' };
const rosalind = { ...waits, ...born, forename: 'Rosalind', sex: 'F', entry_ref: 'HB-1' };
const lysander = { ...waits, ...born, forename: 'Lysander', sex: 'M', entry_ref: 'HB-2', service: 'SALT' };

let files = 0;
async function give(source: string, ...rows: readonly Row[]) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-one-number-')), `${source}-${String(++files)}.csv`);
  const text = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  writeFileSync(file, text.map((cells) => `${cells.join(',')}\n`).join(''));
  const counts = await ingestFiles(hub.assembly, source, [file]);
  await settle(hub);
  return counts;
}

const clinician: As = { persona: 'camhs-clinician', provider: 'XAC01' };

/** Whom the number leads to. */
async function foundBy(as: As, type: string, value: string): Promise<unknown> {
  const { body } = await hub.post(
    as,
    'query Find($type: IdentifierType!, $value: String!) { childByIdentifier(type: $type, value: $value) { id name { given } } }',
    { type, value },
  );
  expect(body.errors).toBeUndefined();
  return body.data?.['childByIdentifier'];
}

const ids = async (given: string): Promise<string> =>
  (
    await hub.admin.query<{ child_id: string }>('select child_id from partnership.source_record where given = $1', [
      given,
    ])
  ).rows[0]?.child_id ?? '';

async function waitingFor(given: string): Promise<unknown> {
  const { body } = await hub.post(
    clinician,
    'query Waits($id: ID!) { child(id: $id) { name { given } health { waiting { service } } } }',
    { id: await ids(given) },
  );
  expect(body.errors).toBeUndefined();
  return body.data?.['child'];
}

const asked = async (): Promise<string[]> =>
  (await queue(hub)).map(({ record, candidates }) => `${record.name.given} ${String(candidates.length)}`).sort();

const each: readonly [string, readonly (readonly Row[])[]][] = [
  ['in one file', [[rosalind, lysander]]],
  ['in two files', [[rosalind], [lysander]]],
  ['in two files, the other way round', [[lysander], [rosalind]]],
];

describe('twins under one number', () => {
  it.each(each)('%s are two children, each with a wait of their own, and a person is asked', async (_how, given) => {
    const counts = [];
    for (const rows of given) counts.push(await give('waiting-list', ...rows));
    expect(counts.map(({ review }) => review).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0);
    expect(await waitingFor('Rosalind')).toEqual({
      name: { given: 'Rosalind' },
      health: { waiting: [{ service: 'CAMHS' }] },
    });
    expect(await waitingFor('Lysander')).toEqual({
      name: { given: 'Lysander' },
      health: { waiting: [{ service: 'SALT' }] },
    });
    expect(await foundBy(clinician, 'NHS_NUMBER', nhs)).toBeNull();
    expect(await asked()).toEqual(['Lysander 1', 'Rosalind 1']);
  });

  it('come to the same in either order, and the same files again change nothing', async () => {
    await give('waiting-list', rosalind);
    await give('waiting-list', lysander);
    const there = await digestsOf(hub);
    expect(await give('waiting-list', lysander, rosalind)).toMatchObject({ written: 0, unchanged: 2 });
    expect(await digestsOf(hub)).toEqual(there);
    await hub.close();
    hub = await testHub();
    await give('waiting-list', lysander, rosalind);
    expect(await digestsOf(hub)).toEqual(there);
  });

  it('and a third, whose row the first’s own follows, are three, and no entry stands under nobody', async () => {
    const marguerite = { ...rosalind, forename: 'Marguerite', entry_ref: 'HB-3', service: 'OCCUPATIONAL_THERAPY' };
    await give('waiting-list', rosalind, lysander);
    await give('waiting-list', marguerite);
    await give('waiting-list', marguerite, rosalind);
    const { rows } = await hub.admin.query<{ given: string; entry: string }>(
      `select c.given, e.entry_ref entry from health.waiting_list_entry e left join partnership.child c using (child_id)
       order by e.entry_ref`,
    );
    expect(rows).toEqual([
      { given: 'Rosalind', entry: 'HB-1' },
      { given: 'Lysander', entry: 'HB-2' },
      { given: 'Marguerite', entry: 'HB-3' },
    ]);
  });

  it('a row that does not say which of them it is of is counted and kept out', async () => {
    await give('waiting-list', rosalind, lysander);
    const { rejected, written } = await give('waiting-list', {
      ...{ ...rosalind, forename: 'R', sex: '', entry_ref: 'HB-5' },
    });
    expect({ rejected, written }).toEqual({ rejected: {}, written: 1 });
  });

  it('the number goes to the other once a reviewer says that a record is none of them', async () => {
    await give('waiting-list', rosalind, lysander);
    const mistyped = (await queue(hub)).find(({ record }) => record.name.given === 'Lysander');
    const said = { reviewId: mistyped?.id, expectedVersion: mistyped?.version, childId: null };
    expect((await confirm(hub, said)).errors).toBeUndefined();
    expect(await foundBy(clinician, 'NHS_NUMBER', nhs)).toMatchObject({ name: { given: 'Rosalind' } });
    expect(await asked()).toEqual([]);
    // The list still has it wrong: nobody is asked again, and nothing moves.
    expect(await give('waiting-list', lysander, rosalind)).toMatchObject({ written: 0, review: 0 });
    expect(await waitingFor('Lysander')).toMatchObject({ health: { waiting: [{ service: 'SALT' }] } });
    expect(await foundBy(clinician, 'NHS_NUMBER', nhs)).toMatchObject({ name: { given: 'Rosalind' } });
  });

  it('are one child, who holds the number, once a reviewer says so', async () => {
    await give('waiting-list', rosalind, lysander);
    const [first] = await queue(hub);
    const childId = first?.candidates[0]?.child?.id;
    const done = await confirm(hub, { reviewId: first?.id, expectedVersion: first?.version, childId });
    expect(done.errors).toBeUndefined();
    expect(await foundBy(clinician, 'NHS_NUMBER', nhs)).not.toBeNull();
    expect(await asked()).toEqual([]);
    const both = { health: { waiting: [{ service: 'CAMHS' }, { service: 'SALT' }] } };
    expect([await waitingFor('Rosalind'), await waitingFor('Lysander')]).toMatchObject([both, both]);
  });
});

describe('a roll that carries one pupil’s number on another’s row', () => {
  const senco: As = { persona: 'senco', school: '900001' };
  const thaddeus = { ...roll, upn, surname: 'Okafor', forename: 'Thaddeus', dob: '2015-02-11', sex: 'M' };
  const ottilie = { ...roll, upn, surname: 'Lindqvist', forename: 'Ottilie', dob: '2013-07-30', sex: 'F' };
  const mark = (of: Row, date: string, am: string): Row => ({
    ...{ urn: '900001', upn, surname: of['surname'] ?? '', forename: of['forename'] ?? '', dob: of['dob'] ?? '' },
    ...{ date, am, pm: '' },
  });
  const attended = async (given: string): Promise<unknown> => {
    const { body } = await hub.post(
      senco,
      'query Marks($id: ID!) { child(id: $id) { name { given } education { attendance { possible attended } } } }',
      { id: await ids(given) },
    );
    expect(body.errors).toBeUndefined();
    return body.data?.['child'];
  };

  it('leaves the one who they were, and gives the marks of each to each', async () => {
    await give('school-census', thaddeus);
    await give('attendance', mark(thaddeus, '2026-11-02', '/'));
    await give('school-census', ottilie);
    await give('attendance', mark(ottilie, '2026-11-03', 'O'), mark(thaddeus, '2026-11-04', '/'));
    expect(await attended('Thaddeus')).toEqual({
      name: { given: 'Thaddeus' },
      education: { attendance: { possible: 2, attended: 2 } },
    });
    expect(await attended('Ottilie')).toEqual({
      name: { given: 'Ottilie' },
      education: { attendance: { possible: 1, attended: 0 } },
    });
    expect(await foundBy(senco, 'UPN', upn)).toBeNull();
    expect(await asked()).toEqual(['Ottilie 1', 'Thaddeus 1']);
  });

  it('is right again once it carries her own', async () => {
    await give('school-census', thaddeus);
    await give('school-census', ottilie);
    await give('school-census', thaddeus, { ...ottilie, upn: 'P990200126055' });
    expect(await foundBy(senco, 'UPN', 'P990200126055')).toMatchObject({ name: { given: 'Ottilie' } });
  });
});
