import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const commissioner: As = { persona: 'commissioner' };
const [sensitive, open] = ['XCP04', 'XAC01'];

/** Each service and provider, and how many children wait there, all referred on one day. */
const lists = [
  ['CAMHS', sensitive, 22],
  ['CAMHS', open, 13],
  ['SALT', open, 31],
] as const;

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(`insert into health.provider values ($1, 'Harbour Clinic'), ($2, 'Aldermere')`, [
    sensitive,
    open,
  ]);
  for (const [service, provider, many] of lists)
    for (let nth = 0; nth < many; nth += 1)
      await hub.admin.query(
        `with made as (
           insert into health.waiting_list_entry (id, child_id, provider_ods, entry_ref, service, status, status_on, received_on)
           values ($1::uuid, $1::uuid, $2, $1::text, $3, 'ACCEPTED_WAITING', '2026-07-06', '2026-07-06'))
         insert into health.wait_interval (entry_id, held_from, child_id, status, waiting, service, provider_ods, received_on, confidential)
         values ($1::uuid, '2026-07-06', $1::uuid, 'ACCEPTED_WAITING', true, $3, $2, '2026-07-06', false)`,
        [randomUUID(), provider, service],
      );
});
afterAll(() => hub.close());

async function figures(as: As): Promise<Readonly<Record<'waits' | 'referred', readonly string[]>>> {
  const { body } = await hub.post(
    as,
    `{ waitingTimes(by: [SERVICE]) { service children }
       referrals(by: [SERVICE], from: "2026-07-01", to: "2026-09-30") { key referrals } }`,
  );
  expect(body.errors).toBeUndefined();
  const waits = body.data?.['waitingTimes'] as { service: string; children: number | null }[];
  const referred = body.data?.['referrals'] as { key: string[]; referrals: number | null }[];
  return {
    waits: waits.map(({ service, children }) => `${service} ${String(children)}`),
    referred: referred.map(({ key, referrals }) => `${key.join()} ${String(referrals)}`),
  };
}

describe('figures of a service that is not named outside health', () => {
  const named = ['CAMHS 35', 'SALT 30'];

  it('name it where every service is named', async () => {
    expect(await figures(commissioner)).toEqual({ waits: named, referred: named });
  });

  it('are of a health service, and in the figures of no service that is named', async () => {
    await hub.admin.query(
      `insert into health.sensitive_service (service, provider_ods, held_from, source) values ('CAMHS', $1, '2026-07-01', 'test')`,
      [sensitive],
    );
    const told = ['CAMHS 15', 'SALT 30', 'HEALTH_SERVICE 20'];
    expect(await figures(commissioner)).toEqual({ waits: told, referred: told });
  });

  it('name it to the provider that keeps the list', async () => {
    const keeper: As = { persona: 'camhs-clinician', provider: sensitive };
    expect(await figures(keeper)).toEqual({ waits: ['CAMHS 22'], referred: ['CAMHS 22'] });
  });

  it('tell under two dimensions of no name that somebody is there', async () => {
    const { body } = await hub.post(commissioner, '{ waitingTimes(by: [SERVICE, BAND]) { service children } }');
    const cells = body.data?.['waitingTimes'] as { service: string; children: number | null }[];
    expect(cells.every(({ children }) => children === null)).toBe(true);
    expect(new Set(cells.map(({ service }) => service))).toContain('HEALTH_SERVICE');
  });
});
