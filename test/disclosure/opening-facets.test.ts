import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { type Facet, everyNumber } from '../../platform/vocabulary/facet.js';
import type { AccessRequest } from '../../platform/access/permit.js';
import type { Tier } from '../../platform/access/rule.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place, type Relation } from '../support/arrange.js';
import { arrangeFacets } from '../support/arrange-facets.js';
import { facetIds } from '../support/facet-ids.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, copySettings, forge, hubSettings, kept, openUnit, undone } from '../support/opening.js';

const { PARTNERSHIP, SOCIAL_CARE, VIRTUAL_SCHOOL } = Domain;

let hub: TestHub;
let social: Client;
let index: Client;
let school: Client;
let worker: Voucher;
let senco: Voucher;

const onCaseload: Relation = { basis: 'CASELOAD', grantee: 'person:sw-001' };
const onRoll: Relation = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };

beforeAll(async () => {
  hub = await testHub();
  social = await hub.appClient(SOCIAL_CARE);
  index = await hub.appClient(PARTNERSHIP);
  school = await hub.appClient(VIRTUAL_SCHOOL);
});

// A voucher lasts a minute: each test has its own, however slow the machine is.
beforeEach(async () => {
  worker = await hub.voucher({ persona: 'social-worker' });
  senco = await hub.voucher({ persona: 'senco' });
});

afterAll(() => hub.close());

async function arranged(...relations: Relation[]): Promise<string> {
  const id = await arrangeChild(hub.admin, relations);
  await arrangeFacets(hub.admin, id);
  return id;
}

const historyOf = (client: Client): Promise<string[]> => facetIds(client, SOCIAL_CARE, SOCIAL_CARE, 'T3', ['HISTORY']);

/** The first day of each row that is seen, or the kind of each number. */
async function shown(client: Client, table: string, column: string): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(`select ${column}::text what from ${table} order by 1`);
  return rows.map(({ what }) => what);
}

interface Rows {
  readonly statuses: string[];
  readonly workers: string[];
  readonly plans: string[];
  readonly returns: string[];
}

const rowsOf = async (client: Client): Promise<Rows> => ({
  statuses: await shown(client, 'social_care.status_interval', 'held_from'),
  workers: await shown(client, 'social_care.allocation', 'held_from'),
  plans: await shown(client, 'social_care.care_plan', 'started_on'),
  returns: await shown(client, 'social_care.yearly_return', 'year'),
});

const present: Rows = { statuses: ['2026-03-02'], workers: ['2026-03-02'], plans: ['2026-03-02'], returns: [] };
const whole: Rows = {
  statuses: ['2025-01-06', '2026-03-02', '2027-01-04'],
  workers: ['2025-01-06', '2026-03-02'],
  plans: ['2025-01-06', '2026-03-02'],
  returns: ['2026'],
};

describe('what was and is no more', () => {
  it('is shown by the database alone to whom the rules open the history, and the present to the others', async () => {
    const child = await arranged(onCaseload, onRoll);
    await undone(social, async () => {
      const [opened] = await openUnit(social, worker, [asking(SOCIAL_CARE, [child])]);
      expect(opened).toMatchObject({ permitted: [[child, 'FULL', 'CASELOAD']], facets: { [child]: ['HISTORY'] } });
      expect(await historyOf(social)).toEqual([child]);
      expect(await rowsOf(social)).toEqual(whole);
    });
    await undone(social, async () => {
      const [opened] = await openUnit(social, senco, [asking(SOCIAL_CARE, [child])]);
      expect(opened).toMatchObject({ permitted: [[child, 'FULL', 'SCHOOL_ROLL']], facets: {} });
      expect(await historyOf(social)).toEqual([]);
      expect(await rowsOf(social)).toEqual(present);
    });
  });

  it('is no more in the virtual school’s copy than at its owner’s', async () => {
    const child = await arranged(onCaseload, onRoll);
    const copy = asking(VIRTUAL_SCHOOL, [child], { about: SOCIAL_CARE, tier: 'T3' });
    const intervals = (voucher: Voucher): Promise<string[]> =>
      undone(school, async () => {
        await openUnit(school, voucher, [copy]);
        return shown(school, 'virtual_school.kept_interval', 'held_from');
      });
    expect(await intervals(worker)).toEqual(['2025-01-06', '2026-03-02']);
    expect(await intervals(senco)).toEqual(['2026-03-02']);
  });

  it('is not opened by another tier, nor by another domain’s', async () => {
    const child = await arranged(onCaseload);
    await undone(social, async () => {
      await openUnit(social, worker, [asking(SOCIAL_CARE, [child], { tier: 'EXISTENCE' })]);
      expect(await historyOf(social)).toEqual([]);
      expect(await rowsOf(social)).toEqual({ statuses: [], workers: [], plans: [], returns: [] });
    });
    await undone(index, async () => {
      await openUnit(index, worker, [asking(PARTNERSHIP, [child])]);
      expect(await facetIds(index, PARTNERSHIP, PARTNERSHIP, 'T1', ['HISTORY'])).toEqual([]);
      expect(await facetIds(index, PARTNERSHIP, SOCIAL_CARE, 'T3', ['HISTORY'])).toEqual([]);
    });
  });

  it('is of all the ids that a child’s records have', async () => {
    const child = await arranged(onCaseload);
    const other = await arranged();
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [other, child]);
    await undone(social, async () => {
      await openUnit(social, worker, [asking(SOCIAL_CARE, [child])]);
      expect(await historyOf(social)).toEqual([child, other].sort());
    });
  });

  it.each([
    ['a child who is hidden', `insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`],
    [
      'an objection',
      `insert into access.objection values ($1, 'SOCIAL_CARE', null, tstzrange('2026-01-01', null), 'test')`,
    ],
  ])('is shown of nobody whose record is not: %s', async (_, putInTheWay) => {
    const child = await arranged(onCaseload);
    await hub.admin.query(putInTheWay, [child]);
    const caring = await hub.voucher({ persona: 'social-worker', purpose: 'DIRECT_CARE' });
    await undone(social, async () => {
      await openUnit(social, caring, [asking(SOCIAL_CARE, [child])]);
      expect(await historyOf(social)).toEqual([]);
      expect(await rowsOf(social)).toEqual({ statuses: [], workers: [], plans: [], returns: [] });
    });
  });

  it('is a system’s, for what its operation names, and whoever’s who may change it', async () => {
    const child = await arranged();
    const ingest = (await hub.assembly.minter('ingest')).vouchForSystem();
    await undone(social, async () => {
      await openUnit(social, ingest, [asking(SOCIAL_CARE, [child], { act: 'WRITE', operation: 'ingest' })]);
      expect(await rowsOf(social)).toEqual(whole);
    });
  });
});

describe('a child’s numbers', () => {
  const numbers = async (voucher: Voucher, child: string): Promise<string[]> =>
    undone(index, async () => {
      await openUnit(index, voucher, [asking(PARTNERSHIP, [child])]);
      return shown(index, 'partnership.identifier', 'type');
    });

  it('are shown by the database alone to those of the domain that issues them', async () => {
    const referral: Relation = { basis: 'REFERRAL', grantee: `org:${place.provider}` };
    const review: Relation = { basis: 'MATCH_REVIEW', grantee: `org:${place.council}` };
    const child = await arranged(onCaseload, onRoll, referral, review);
    expect(await numbers(senco, child)).toEqual(['ULN', 'UPN']);
    expect(await numbers(worker, child)).toEqual(['SOCIAL_CARE_ID']);
    expect(await numbers(await hub.voucher({ persona: 'camhs-clinician' }), child)).toEqual(['NHS_NUMBER']);
    expect(await numbers(await hub.voucher({ persona: 'match-reviewer' }), child)).toEqual([]);
  });

  it('are those of the request that asked: of another child, none', async () => {
    const [one, other] = [await arranged(onRoll), await arranged(onCaseload)];
    await undone(index, async () => {
      await openUnit(index, senco, [asking(PARTNERSHIP, [one, other])]);
      expect(await facetIds(index, PARTNERSHIP, PARTNERSHIP, 'T1', everyNumber)).toEqual([one]);
    });
  });
});

describe('a unit’s facets', () => {
  const request = (child: string): AccessRequest & { keys: string[] } => ({
    ...asking(SOCIAL_CARE, [child]),
    keys: [child],
  });

  it('are written down with the request they were shown by', async () => {
    const child = await arranged(onCaseload, onRoll);
    const about = (operation: string, tier: Tier = 'T3') => ({ ...request(child), operation, tier });
    await kept(social, () => openUnit(social, worker, [about('first', 'EXISTENCE'), about('second')]));
    const { rows } = await hub.admin.query<{ operation: string; facets: Facet[] }>(
      `select operation, facets from social_care.audit where request_id = $1 order by n`,
      [(JSON.parse(worker.claims) as { rid: string }).rid],
    );
    expect(rows).toEqual([
      { operation: 'first', facets: [] },
      { operation: 'second', facets: ['HISTORY'] },
    ]);
  });

  it('are no other transaction’s, though all it left behind is put back', async () => {
    const child = await arranged(onCaseload);
    const names = await hubSettings(hub.admin);
    const left = await kept(social, async () => {
      await openUnit(social, worker, [request(child)]);
      expect(await historyOf(social)).toEqual([child]);
      return copySettings(social, names);
    });
    await undone(social, async () => {
      await forge(social, left);
      expect(await historyOf(social)).toEqual([]);
      expect(await rowsOf(social)).toEqual({ statuses: [], workers: [], plans: [], returns: [] });
    });
  });

  it('are no other caller’s, nor those of a row that was rolled back', async () => {
    const child = await arranged(onCaseload, onRoll);
    const names = await hubSettings(hub.admin);
    await undone(social, async () => {
      await social.query('savepoint before');
      await openUnit(social, worker, [request(child)]);
      const left = await copySettings(social, names);
      await social.query(`select set_config('hub.tag', $1, true), set_config('hub.claims', $2, true)`, [
        senco.tag,
        senco.claims,
      ]);
      expect(await historyOf(social)).toEqual([]);
      await social.query('rollback to savepoint before');
      await forge(social, left);
      expect(await historyOf(social)).toEqual([]);
    });
  });
});
