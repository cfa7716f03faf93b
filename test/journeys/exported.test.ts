import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { productRoot } from '../../platform/config/product-root.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { testHub, type TestHub } from '../support/hub.js';

const operation = (name: string): string =>
  readFileSync(path.join(productRoot, `schema/operations/${name}.graphql`), 'utf8');

let hub: TestHub;
let before = '0';

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

beforeEach(async () => {
  const { rows } = await hub.admin.query<{ last: string }>(
    'select coalesce(max(seq), 0)::text as last from access.audit',
  );
  before = rows[0]?.last ?? '0';
});

/** Asks over HTTP, with whatever the header says besides. */
async function ask(persona: Role, query: string, variables: object, headers: Record<string, string>) {
  const token = await issueDevelopmentToken(hub.environment.dataDir, persona);
  const answer = await fetch((await hub.gateway()).url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as { data: Record<string, unknown> | null };
}

/** Of the people’s questions since, whether each is on record as one whose answer was kept. */
async function exportedSince(): Promise<{ act: string; exported: boolean }[]> {
  const { rows } = await hub.admin.query<{ act: string; exported: boolean }>(
    `select distinct act, exported from access.audit where seq > $1 and role not in ('system') order by act`,
    [before],
  );
  return rows;
}

const list = operation('waiting-list');
const figures = operation('waiting-times');

describe('an answer that is kept as a file', () => {
  it('is on record as an export, of children and of groups', async () => {
    const { data } = await ask('camhs-clinician', list, { first: 5 }, { 'hub-export': 'file' });
    expect(data?.['waitingList']).toMatchObject({ edges: expect.any(Array) as unknown });
    expect(await exportedSince()).toEqual([{ act: 'READ', exported: true }]);
    await ask('commissioner', figures, { by: ['SERVICE'] }, { 'hub-export': 'file' });
    expect(await exportedSince()).toContainEqual({ act: 'AGGREGATE', exported: true });
  });

  it('is not on record as one where it was only looked at', async () => {
    await ask('camhs-clinician', list, { first: 5 }, {});
    await ask('commissioner', figures, { by: ['SERVICE'] }, {});
    expect(await exportedSince()).toEqual([
      { act: 'AGGREGATE', exported: false },
      { act: 'READ', exported: false },
    ]);
  });

  it('is on record as one where it was refused by scope', async () => {
    await ask('commissioner', list, { first: 5 }, { 'hub-export': 'file' });
    for (;;) {
      const rows = await exportedSince();
      if (rows.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      else {
        expect(rows).toEqual([{ act: 'READ', exported: true }]);
        return;
      }
    }
  });
});
