import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit, undone } from '../support/opening.js';

const { PARTNERSHIP } = Domain;

let hub: TestHub;
let child: string;

/** A row as a unit wrote one for each of its requests, until a row was a unit's. */
async function wroteBefore(row: { actor: string; kind: string; subjects: string[] | null; permitted: string[] }) {
  await hub.admin.query('alter table access.audit_by_request disable trigger closed');
  await hub.admin.query(
    `insert into access.audit_by_request (domain, actor, role, purpose, about, tier, act, operation, kind, subjects, asked, permitted,
       decision, bases, request_id)
     values ('PARTNERSHIP', $1, 'senco', 'DIRECT_CARE', 'PARTNERSHIP', 'T1', 'READ', 'before', $2, $3, $4, $4, 'PERMITTED', '{SCHOOL_ROLL}', $5)`,
    [row.actor, row.kind, row.subjects, row.permitted, randomUUID()],
  );
  await hub.admin.query('alter table access.audit_by_request enable trigger closed');
}

beforeAll(async () => {
  hub = await testHub();
  child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  // As the table of a domain was made, before.
  await hub.admin.query(
    `create table partnership.audit_by_request partition of access.audit_by_request for values in ('PARTNERSHIP')`,
  );
});

afterAll(() => hub.close());

describe('an audit row of before a row was a unit’s', () => {
  it('is read beside the new ones, a line each', async () => {
    await wroteBefore({ actor: 'somebody-before', kind: 'child', subjects: null, permitted: [child] });
    const voucher = await hub.voucher({ persona: 'senco' });
    const app = await hub.appClient(PARTNERSHIP);
    await app.query('begin');
    await openUnit(app, voucher, [asking(PARTNERSHIP, [child]), asking(PARTNERSHIP, [child], { tier: 'T2' })]);
    await app.query('commit');
    const { rows } = await hub.admin.query<{ operation: string; tier: string }>(
      'select operation, tier, n from partnership.audit where $1 = any (asked) order by seq, n',
      [child],
    );
    expect(rows).toEqual([
      { operation: 'before', tier: 'T1', n: 1 },
      { operation: 'test', tier: 'T1', n: 1 },
      { operation: 'test', tier: 'T2', n: 2 },
    ]);
  });

  it('counts among the look-ups of a minute', async () => {
    const voucher = await hub.voucher({ persona: 'senco', claims: { sub: 'looked-up-before' } });
    const app = await hub.appClient(PARTNERSHIP);
    const lookUp = () =>
      undone(app, () => openUnit(app, voucher, [asking(PARTNERSHIP, ['hash'], { kind: 'identifier' })]));
    await lookUp();
    await wroteBefore({
      actor: 'looked-up-before',
      kind: 'identifier',
      subjects: Array.from({ length: 30 }, (_, n) => `hash-${String(n)}`),
      permitted: [],
    });
    await expect(lookUp()).rejects.toMatchObject({ code: 'HUB30' });
  });
});
