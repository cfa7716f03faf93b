import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
const senco = { persona: 'senco' } as const;
const virtualSchool = { persona: 'virtual-school-adviser' } as const;
const clinician = { persona: 'camhs-clinician' } as const;

const question = /* GraphQL */ `
  query Look($id: ID!) {
    child(id: $id) {
      id
      team {
        domain
        name
      }
      education {
        enrolments {
          school {
            urn
          }
          from
          until
        }
        attendance(from: "2026-11-02", to: "2026-11-06") {
          possible
        }
      }
      health {
        waiting {
          id
          child {
            id
          }
        }
      }
      socialCare {
        status
        hasSocialWorker
        intervals {
          status
          from
        }
        worker {
          name
        }
      }
      virtualSchool {
        cohorts
        peps {
          term
          completedOn
        }
        attendanceWhile(status: CHILD_PROTECTION, from: "2026-11-02", to: "2026-11-06") {
          possible
        }
      }
    }
  }
`;

/** Those who work with the child: who holds a post at the school stands there as well. */
const ownTeam = (seen: Seen | null | undefined): string[] =>
  (seen?.team ?? []).flatMap(({ domain }) => (domain === 'PARTNERSHIP' ? [] : [domain]));

interface Seen {
  readonly id: string;
  readonly team: readonly { readonly domain: string }[];
  readonly education: { readonly enrolments: readonly unknown[]; readonly attendance: { readonly possible: number } };
  readonly health: { readonly waiting: readonly { readonly id: string; readonly child: { readonly id: string } }[] };
  readonly socialCare: { readonly intervals: readonly unknown[] | null };
  readonly virtualSchool: {
    readonly cohorts: readonly string[];
    readonly peps: readonly { readonly completedOn: string | null }[];
    readonly attendanceWhile: { readonly possible: number } | null;
  };
}

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

async function look(as: Parameters<TestHub['post']>[0], id: string): Promise<Seen | null> {
  const { body } = await hub.post(as, question, { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as Seen | null;
}

/** The entries that the provider's clinician sees; null where there is no such child for them. */
async function waiting(id: string): Promise<string[] | null> {
  const document = 'query Waiting($id: ID!) { child(id: $id) { health { waiting { id } } } }';
  const { body } = await hub.post(clinician, document, { id });
  const child = body.data?.['child'] as { health: { waiting: { id: string }[] } } | null;
  return child?.health.waiting.map((entry) => entry.id) ?? null;
}

/** What partnership says of every id of a child whose links changed, and what follows. */
async function tellLinked(...ids: readonly string[]): Promise<void> {
  await hub.admin.query(`insert into partnership.outbox (topic, child_id) select 'child-linked', unnest($1::uuid[])`, [
    ids,
  ]);
  await settle(hub);
}

async function link(shown: string, ...held: readonly string[]): Promise<void> {
  await hub.admin.query('insert into access.child_alias (held, canonical) select unnest($1::uuid[]), $2', [
    held,
    shown,
  ]);
  await tellLinked(shown, ...held);
}

async function separate(shown: string, ...held: readonly string[]): Promise<void> {
  await hub.admin.query('delete from access.child_alias where held = any ($1)', [held]);
  await tellLinked(shown, ...held);
}

const copies = async (...ids: readonly string[]): Promise<string[]> => {
  const { rows } = await hub.admin.query<{ copy: string }>(
    `select distinct copy || case when child_id = $2 then ' one' else ' two' end copy from (
       select 'team ' || domain copy, child_id from partnership.team_fact
       union all select 'interval', child_id from virtual_school.kept_interval
       union all select 'week', child_id from virtual_school.kept_week
       union all select 'duty', child_id from access.relationship where basis = 'PLAN_DUTY') held
     where child_id = any ($1) order by 1`,
    [ids, ids[0]],
  );
  return rows.map(({ copy }) => copy);
};

const every = ['duty', 'interval', 'team EDUCATION', 'team HEALTH', 'team SOCIAL_CARE', 'team VIRTUAL_SCHOOL', 'week'];

describe('two records of one child, each known to every agency', () => {
  let one: string;
  let two: string;

  beforeAll(async () => {
    one = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
    two = await arrangeChild(hub.admin, [{ basis: 'REFERRAL', grantee: `org:${place.provider}` }]);
    await hub.admin.query(`update virtual_school.pep set completed_on = '2026-11-16' where child_id = $1`, [two]);
    await tellLinked(one, two);
  });

  it('are two children until they are linked, each with a copy of its own', async () => {
    expect(await look(senco, two)).toBeNull();
    expect((await look(senco, one))?.health.waiting).toHaveLength(1);
    expect(await copies(one, two)).toEqual(every.flatMap((copy) => [`${copy} one`, `${copy} two`]));
  });

  it('are one child when linked: what both say once, what either says alone too', async () => {
    await link(one, two);
    const seen = await look(senco, one);
    expect(seen?.education).toMatchObject({
      enrolments: [{ school: { urn: place.school } }],
      attendance: { possible: 10 },
    });
    expect(seen?.health.waiting).toHaveLength(2);
    expect(seen?.socialCare).toMatchObject({ status: 'CHILD_PROTECTION', worker: { name: 'Jo Marsden' } });
    expect(seen?.virtualSchool.peps).toMatchObject([{ completedOn: '2026-11-16' }]);
    expect(ownTeam(seen).sort()).toEqual(['EDUCATION', 'HEALTH', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL']);
    const followed = await look(virtualSchool, one);
    expect(followed?.socialCare.intervals).toEqual([{ status: 'CHILD_PROTECTION', from: '2026-03-02' }]);
    expect(followed?.virtualSchool).toMatchObject({
      cohorts: ['CHILD_PROTECTION', 'ON_PLAN', 'SOCIAL_WORKER_NOW', 'IN_NEED_SIX_YEARS', 'EVER_SOCIAL_WORKER'],
      attendanceWhile: { possible: 10 },
    });
  });

  it('have each copy once, under the id that is shown', async () => {
    expect(await copies(one, two)).toEqual(every.map((copy) => `${copy} one`));
    await tellLinked(two);
    expect(await copies(one, two)).toEqual(every.map((copy) => `${copy} one`));
  });

  it('answer alike by either id, and name the child by the id that was asked for', async () => {
    const by = async (id: string) => JSON.stringify(await look(senco, id)).replaceAll(id, 'ID');
    expect(await by(two)).toBe(await by(one));
  });

  it('let a provider change an entry that stands under the other id, and show it as the child’s', async () => {
    const shown = await waiting(one);
    const { rows } = await hub.admin.query<{ id: string }>(
      'select id from health.waiting_list_entry where child_id = $1',
      [two],
    );
    const input = {
      id: rows[0]?.id,
      expectedVersion: 1,
      idempotencyKey: randomUUID(),
      to: 'BOOKED',
      effectiveOn: '2026-11-20',
      nextAppointmentOn: '2026-12-01',
    };
    expect(shown).toHaveLength(2);
    expect(shown).toContain(input.id);
    const update = `mutation Change($input: UpdateWaitingListEntryInput!) {
      updateWaitingListEntry(input: $input) { ... on WaitingListEntryUpdated { entry { status child { id } } } } }`;
    const { body } = await hub.post(clinician, update, { input });
    expect(body).toEqual({
      data: { updateWaitingListEntry: { entry: { status: 'BOOKED', child: { id: one } } } },
    });
    const kept = await hub.admin.query('select from health.waiting_list_change where child_id = $1', [two]);
    expect(kept.rowCount).toBe(1);
  });

  it('are two again when taken apart, with their own and nothing of the other’s', async () => {
    await separate(one, two);
    expect(await look(senco, two)).toBeNull();
    const seen = await look(senco, one);
    expect(seen?.health.waiting).toHaveLength(1);
    expect(seen?.virtualSchool.peps).toMatchObject([{ completedOn: null }]);
    expect(await waiting(one)).toBeNull();
    expect(await waiting(two)).toHaveLength(1);
    expect(await copies(one, two)).toEqual(every.flatMap((copy) => [`${copy} one`, `${copy} two`]));
  });
});

describe('a sample child whom several agencies know', () => {
  it('is what its records say together, however often they are taken apart and linked again', async () => {
    const { id } = hub.story('all-five');
    const { rows } = await hub.admin.query<{ held: string }>(
      'select held from access.child_alias where canonical = $1',
      [id],
    );
    const others = rows.map(({ held }) => held);
    expect(others.length).toBeGreaterThan(0);
    const whole = await look(senco, id);
    await separate(id, ...others);
    const parts = (await Promise.all([id, ...others].map((part) => look(senco, part)))).filter((part) => part !== null);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.education.enrolments).toEqual(whole?.education.enrolments);
    expect(parts[0]?.health.waiting).toEqual([]);
    expect(ownTeam(parts[0])).toEqual(['EDUCATION']);
    await link(id, ...others);
    expect(await look(senco, id)).toEqual(whole);
  });
});

describe('a school that a linked record says the child has left', () => {
  it('sees the child no more, and again when the records are taken apart', async () => {
    const child = await arrangeChild(hub.admin);
    const elsewhere = randomUUID();
    await hub.admin.query(`update education.enrolment set status = 'CURRENT' where child_id = $1`, [child]);
    await hub.admin.query(
      `insert into access.relationship select child_id, 'org:' || urn, 'SCHOOL_ROLL', id::text, tstzrange(entry_on, null)
       from education.enrolment where child_id = $1`,
      [child],
    );
    await hub.admin.query(
      `insert into education.enrolment (id, child_id, urn, entry_on, status) values ($1, $2, '900002', '2026-09-02', 'CURRENT')`,
      [randomUUID(), elsewhere],
    );
    expect(await look(senco, child)).not.toBeNull();
    await link(child, elsewhere);
    expect(await look(senco, child)).toBeNull();
    await separate(child, elsewhere);
    expect((await look(senco, child))?.education.enrolments).toMatchObject([{ until: null }]);
  });
});

describe('an entry that its provider lists under another number than before', () => {
  it('goes to the record it is listed under, with its history and its referral, and is there once', async () => {
    const file = path.join(hub.sampleDir, 'waiting-list-XAC01.csv');
    const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    const columns = header.split(',').map((name) => name.trim());
    const at = (name: string): number => columns.indexOf(name);
    const listed = lines.map((line) => line.split(',')).find((cells) => cells[at('nhs_number')] !== '') ?? [];
    const ref = listed[at('entry_ref')] ?? '';
    const stands = async () =>
      hub.admin.query<{ id: string; entries: number; history: number; referrals: number }>(
        `select e.child_id id, count(distinct e.id)::int entries, count(distinct c.id)::int history,
           (select count(*)::int from access.relationship r where r.basis = 'REFERRAL' and r.reference = 'entry/' || e.entry_ref
             and r.grantee = 'org:XAC01') referrals
         from health.waiting_list_entry e join health.waiting_list_change c on c.entry_id = e.id and c.child_id = e.child_id
         where e.provider_ods = 'XAC01' and e.entry_ref = $1 group by e.child_id, e.entry_ref`,
        [ref],
      );
    const [before] = (await stands()).rows;
    const unknown = listed.map((cell, column) => (column === at('nhs_number') ? '' : cell));
    const again = path.join(mkdtempSync(path.join(tmpdir(), 'hub-relisted-')), 'waiting-list-XAC01.csv');
    writeFileSync(again, [header, unknown.join(','), ''].join('\n'));
    expect(await ingestFiles(hub.assembly, 'waiting-list', [again])).toMatchObject({ written: 1 });
    const { rows } = await stands();
    expect(rows).toEqual([{ ...before, id: expect.any(String) }]);
    expect(rows[0]?.id).not.toBe(before?.id);
    expect(await ingestFiles(hub.assembly, 'waiting-list', [again])).toMatchObject({ written: 0 });
    expect(await ingestFiles(hub.assembly, 'waiting-list', [file])).toMatchObject({ written: 1 });
    expect((await stands()).rows).toEqual([before]);
  });
});
