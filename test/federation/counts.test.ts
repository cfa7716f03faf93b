import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const question = operations().find(({ name }) => name === 'child-record')?.text ?? '';

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

async function counted(name: 'hub_sql_transactions_total' | 'hub_sql_statements_total'): Promise<number> {
  const metric = await hub.assembly.metrics.registry.getSingleMetric(name)?.get();
  return (metric?.values ?? []).reduce((sum, { value }) => sum + value, 0);
}

describe('a holistic read, co-located', () => {
  it('takes at most two transactions, whatever the number of domains', async () => {
    const { id } = hub.story('all-five');
    await hub.post({ persona: 'senco' }, question, { id });
    const before = {
      transactions: await counted('hub_sql_transactions_total'),
      statements: await counted('hub_sql_statements_total'),
    };
    const { body } = await hub.post({ persona: 'senco' }, question, { id });
    expect(body.errors).toBeUndefined();
    expect((await counted('hub_sql_transactions_total')) - before.transactions).toBe(2);
    // Two frames and an open each; a role for each of five domains; the reads: child, team and up to three a domain.
    expect((await counted('hub_sql_statements_total')) - before.statements).toBe(22);
  });

  it('asks in the record’s own turn for what is below it, whatever it is called and of whichever days', async () => {
    const { id } = hub.story('all-five');
    const autumn = 'attendance(from: "2026-09-01", to: "2026-10-31")';
    const document = `query Below($id: ID!, $from: Date) { child(id: $id) { team { name } access { domain }
      education { enrolments { from } ${autumn} { possible } ...Later @skip(if: false) }
      virtualSchool { cohorts plan: attendanceWhile(status: LOOKED_AFTER) { possible } } } }
      fragment Later on EducationRecord { later: attendance(from: $from) { possible } }`;
    const asked = () => hub.post({ persona: 'virtual-school-head' }, document, { id, from: '2026-11-01' });
    await asked();
    const before = await counted('hub_sql_transactions_total');
    expect((await asked()).body.errors).toBeUndefined();
    expect((await counted('hub_sql_transactions_total')) - before).toBe(2);
  });

  it('asks below a record for nothing that the question does not ask for', async () => {
    const { id } = hub.story('all-five');
    const document = 'query Plans($id: ID!) { child(id: $id) { virtualSchool { peps { term } } } }';
    expect((await hub.post({ persona: 'senco' }, document, { id })).body.errors).toBeUndefined();
    const { rows } = await hub.admin.query<{ opened: string }>(
      `select concat_ws(' ', about, tier) opened from access.audit where domain in ('PARTNERSHIP', 'VIRTUAL_SCHOOL')
       and request_id = (select request_id from partnership.audit where actor like 'senco%' order by seq desc limit 1)
       order by 1`,
    );
    // A plan that no file tells of follows from the child being looked after, which is social care’s to share.
    expect(rows.map(({ opened }) => opened)).toEqual(['PARTNERSHIP T1', 'SOCIAL_CARE T3', 'VIRTUAL_SCHOOL T2']);
  });

  it('asks each subgraph once: the child, then four domains’ entities', async () => {
    const { id } = hub.story('all-five');
    await hub.post({ persona: 'senco' }, question, { id });
    const calls = async (): Promise<Record<string, number>> => {
      const metric = await hub.assembly.metrics.registry.getSingleMetric('hub_gateway_subgraph_calls_total')?.get();
      return Object.fromEntries((metric?.values ?? []).map(({ labels, value }) => [String(labels['subgraph']), value]));
    };
    const before = await calls();
    await hub.post({ persona: 'senco' }, question, { id });
    const after = await calls();
    expect(
      Object.fromEntries(Object.keys(after).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)])),
    ).toEqual({
      partnership: 1,
      education: 1,
      health: 1,
      'social-care': 1,
      'virtual-school': 1,
    });
  });

  it('writes one audit row a domain and tier, all of one request', async () => {
    const { id } = hub.story('all-five');
    await hub.post({ persona: 'senco' }, question, { id });
    const { rows } = await hub.admin.query<{ holder: string; opened: string }>(
      `select domain holder, concat_ws(' ', about, tier, act) opened from access.audit
       where request_id = (select request_id from partnership.audit where actor like 'senco%' order by seq desc limit 1)
       order by domain, about, tier, act`,
    );
    expect(rows.map(({ holder, opened }) => `${holder}: ${opened}`)).toEqual([
      'EDUCATION: EDUCATION T2 READ',
      'HEALTH: HEALTH T3 READ',
      // Who is around the child: copies that partnership keeps, under their owners' rules.
      'PARTNERSHIP: EDUCATION T2 READ',
      'PARTNERSHIP: HEALTH T3 READ',
      'PARTNERSHIP: PARTNERSHIP T1 READ',
      'PARTNERSHIP: SOCIAL_CARE T3 READ',
      'PARTNERSHIP: VIRTUAL_SCHOOL T2 READ',
      'SOCIAL_CARE: SOCIAL_CARE EXISTENCE READ',
      'SOCIAL_CARE: SOCIAL_CARE T3 READ',
      'VIRTUAL_SCHOOL: SOCIAL_CARE T3 READ',
      'VIRTUAL_SCHOOL: VIRTUAL_SCHOOL T2 READ',
    ]);
  });
});
