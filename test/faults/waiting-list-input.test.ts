import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { type Line, listed, pupil } from '../support/partner-files.js';

// What cannot be taken of a waiting list, by hand through the gateway and by file: a typed answer or a counted rejection by the
// name of a rule; nothing half done. Rows of one referral that disagree are in test/journeys/file-against-hand.test.ts, two
// children under one number in test/journeys/one-number.test.ts.
const clinician: As = { persona: 'camhs-clinician' };
const elsewhere: As = { persona: 'salt-therapist' };
const senco: As = { persona: 'senco' };
const text = (named: string): string => operations().find(({ name }) => name === named)?.text ?? '';

let hub: TestHub;
let child: string;
let entry: string;

/** All that health holds of waits, to see that nothing was changed. */
async function held(): Promise<unknown> {
  const tables = [
    'waiting_list_entry',
    'waiting_list_change',
    'wait_interval',
    'referrer_told',
    'risk_considered',
    'outbox',
  ];
  const counted = tables.map(
    (table) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from health.${table} t)`,
  );
  return (
    await hub.admin.query<object>(`select ${counted.map((one, at) => `${one} as "${tables[at] ?? ''}"`).join(', ')}`)
  ).rows;
}

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into health.provider values ('XAC01', 'Aldermere CAMHS'), ('XSL02', 'Aldermere Therapies')`,
  );
  child = await arrangeChild(hub.admin, [
    { basis: 'REFERRAL', grantee: 'org:XAC01' },
    { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
  ]);
  const { rows } = await hub.admin.query<{ id: string }>(
    `with e as (select id, child_id, status, status_on from health.waiting_list_entry where child_id = $1),
       c as (insert into health.waiting_list_change (entry_id, child_id, to_status, effective_on, recorded_by)
         select id, child_id, status, status_on, 'file' from e)
     select id from e`,
    [child],
  );
  entry = rows[0]?.id ?? '';
});
afterAll(() => hub.close());

interface Said {
  readonly answer: Record<string, unknown> | null;
  readonly code: string | undefined;
  readonly whole: string;
}

async function send(as: As, operation: string, variables: Record<string, unknown>): Promise<Said> {
  const { body, text: whole } = await hub.post(as, text(operation), variables);
  const answer = (Object.values(body.data ?? {})[0] ?? null) as Said['answer'];
  return { answer, code: body.errors?.[0]?.extensions.code, whole };
}

const key = () => ({ idempotencyKey: randomUUID() });
const update = (as: As, given: object): Promise<Said> =>
  send(as, 'update-waiting-list-entry', {
    input: { id: entry, expectedVersion: 1, to: 'BOOKED', effectiveOn: '2026-11-20', ...key(), ...given },
  });
const refer = (given: object): Promise<Said> =>
  send(senco, 'refer', {
    input: {
      ...{ childId: child, service: 'SALT', providerId: 'XSL02', receivedOn: '2026-11-18', referredBy: 'The SENCO' },
      ...{ ...key(), ...given },
    },
  });
const told = (as: As, given: object): Promise<Said> =>
  send(as, 'record-referrer-told', { id: entry, expectedVersion: 1, toldOn: '2026-11-20', ...key(), ...given });

describe('a change that cannot be', () => {
  it.each([
    [
      'a step that does not follow',
      { to: 'IN_TREATMENT' },
      { __typename: 'IllegalTransition', from: 'ACCEPTED_WAITING' },
    ],
    ['a version that is no more', { expectedVersion: 7 }, { __typename: 'VersionConflict', current: { version: 1 } }],
    ['a day to come', { effectiveOn: '2026-11-21' }, { field: 'effectiveOn' }],
    ['a day before the referral', { effectiveOn: '1990-01-01' }, { field: 'effectiveOn' }],
    ['an appointment before its booking', { nextAppointmentOn: '2026-11-19' }, { field: 'nextAppointmentOn' }],
    ['an outcome measure to come', { baselineOutcomeOn: '2026-11-21' }, { field: 'baselineOutcomeOn' }],
    ['a care plan before the referral', { carePlanOn: '1990-01-01' }, { field: 'carePlanOn' }],
    ['an unknown code', { rttStatus: '77' }, { field: 'rttStatus' }],
    ['no reason', { to: 'DISCHARGED' }, { field: 'reason' }],
    ['a correction of what never was', { corrects: '0' }, { field: 'corrects' }],
  ])('is answered as such, and changes nothing: %s', async (_, given, expected) => {
    const before = await held();
    const wanted = { __typename: 'InvalidChange', ...expected };
    expect((await update(clinician, given)).answer).toMatchObject(wanted);
    expect(await held()).toEqual(before);
  });

  it.each(['0000-01-01', '0000-02-29', '1899-12-31', '9900-01-01', '2026-02-30', '20 November 2026'])(
    'is no day of ours, wherever one is said, and is not said back: %s',
    async (day) => {
      const before = await held();
      const said = [
        await update(clinician, { effectiveOn: day }),
        await update(clinician, { nextAppointmentOn: day }),
        await refer({ receivedOn: day }),
        await told(clinician, { toldOn: day }),
        await send(clinician, 'record-risk-considered', { id: entry, expectedVersion: 1, consideredOn: day, ...key() }),
        await send({ persona: 'health-admin' }, 'waiting-times', { by: [], asAt: day }),
      ];
      expect(said.map(({ code }) => code)).toEqual(said.map(() => 'INVALID_INPUT'));
      expect(said.filter(({ whole }) => whole.includes(day))).toEqual([]);
      expect(await held()).toEqual(before);
    },
  );

  it.each(['SEEN', 'accepted_waiting', '', 3])('is to no status of ours: %j', async (to) => {
    expect((await update(clinician, { to })).code).toBe('INVALID_INPUT');
  });
});

describe('what is not one’s own', () => {
  it('is answered as what does not exist, by every way of changing it, and stays as it was', async () => {
    const before = await held();
    for (const as of [elsewhere, senco, { persona: 'health-admin', provider: 'XSL02' } as const]) {
      const ways = async (id: string): Promise<unknown[]> => [
        (await update(as, { id })).code,
        (await told(as, { id })).code,
        (await send(as, 'record-risk-considered', { id, expectedVersion: 1, consideredOn: '2026-11-20', ...key() }))
          .code,
        (await send(as, 'settle-conflict', { id, take: 'HUB', expectedVersion: 1, ...key() })).code,
        (
          await send(as, 'update-waiting-list-entries', {
            inputs: [{ id, expectedVersion: 1, to: 'BOOKED', effectiveOn: '2026-11-20', ...key() }],
          })
        ).answer,
      ];
      const own = await ways(entry);
      expect(own.slice(0, 4).filter((code) => code === undefined)).toEqual([]);
      for (const unknown of [randomUUID(), 'none', '']) expect(await ways(unknown)).toEqual(own);
    }
    expect(await held()).toEqual(before);
  });

  it('is referred by nobody: an unknown child is answered as one who is not on the roll', async () => {
    const before = await held();
    const notOurs = await arrangeChild(hub.admin);
    await hub.admin.query('delete from health.waiting_list_entry where child_id = $1', [notOurs]);
    const codes = [];
    for (const childId of [notOurs, randomUUID(), 'none']) codes.push((await refer({ childId })).code);
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await held()).toEqual(before);
  });
});

describe('a row of a file that cannot be', () => {
  let of = 100;
  async function give(...lines: readonly Line[]) {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-faults-')), 'list.csv');
    const columns = Object.keys(lines[0] ?? {});
    writeFileSync(
      file,
      [columns, ...lines.map((line) => Object.values(line))].map((row) => `${row.join(',')}\n`).join(''),
    );
    return ingestFiles(hub.assembly, 'waiting-list', [file], {});
  }

  it.each([
    ['status_on', '0000-01-01', 'date-not-iso'],
    ['received_on', '0000-02-29', 'date-not-iso'],
    ['status_on', '2026-11-21', 'date-out-of-range'],
    ['received_on', '1850-01-01', 'date-out-of-range'],
    ['status_on', '2026-09-06', 'status-before-referral'],
    ['dob', '2026-10-01', 'before-birth'],
    ['status', 'WAITING', 'status-unknown'],
    ['service', 'DENTIST', 'service-unknown'],
    ['priority', 'SOON', 'priority-unknown'],
    ['provider_ods', 'x', 'ods-code-shape'],
    ['entry_ref', '', 'required-missing'],
  ])('is counted under its rule, and the rows beside it are taken: %s %s', async (column, value, rule) => {
    const counts = await give(
      {
        ...listed(pupil((of += 1)), 'TRIAGE', { entry_ref: `bad-${rule}-${column}`, status_on: '2026-09-08' }),
        [column]: value,
      },
      listed(pupil((of += 1)), 'TRIAGE', { entry_ref: `good-${rule}-${column}`, status_on: '2026-09-08' }),
    );
    expect(counts).toMatchObject({ rejected: { [rule]: 1 } });
    const { rows } = await hub.admin.query<{ entry_ref: string }>(
      'select entry_ref from health.waiting_list_entry where entry_ref like $1',
      [`%-${rule}-${column}`],
    );
    expect(rows).toEqual([{ entry_ref: `good-${rule}-${column}` }]);
  });
});
