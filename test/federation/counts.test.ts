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
    expect((await counted('hub_sql_transactions_total')) - before.transactions).toBeLessThanOrEqual(2);
    expect((await counted('hub_sql_statements_total')) - before.statements).toBeLessThanOrEqual(26);
  });

  it('writes one audit row a domain and tier, all of one request', async () => {
    const { id } = hub.story('all-five');
    await hub.post({ persona: 'senco' }, question, { id });
    const { rows } = await hub.admin.query<{ domain: string }>(
      `select distinct domain from access.audit where request_id = (select request_id from partnership.audit where actor like 'senco%' order by seq desc limit 1) order by domain`,
    );
    expect(rows.map(({ domain }) => domain)).toEqual([
      'EDUCATION',
      'HEALTH',
      'PARTNERSHIP',
      'SOCIAL_CARE',
      'VIRTUAL_SCHOOL',
    ]);
  });
});
