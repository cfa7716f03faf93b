import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { ingestScopes, personas } from '../../platform/auth/personas.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { purposes } from '../../platform/vocabulary/purpose.js';
import { roles } from '../../platform/vocabulary/role.js';
import { mayReadLines, mayReadQuality } from '../../subgraphs/partnership/source-quality/source-quality.policy.js';
import { testHub, type TestHub } from '../support/hub.js';
import { openUnit } from '../support/opening.js';
import { codes } from '../support/review.js';

const sources = ['peps', 'waiting-list'] as const;
const quality = '{ dataQuality { source } }';
const lines = 'query Lines($source: String!) { rejectedLines(source: $source) { file line } }';

let hub: TestHub;
let partnership: Client;

beforeAll(async () => {
  hub = await testHub();
  partnership = await hub.appClient(Domain.PARTNERSHIP);
  await hub.admin.query(
    `insert into partnership.source_quality (domain, source, received, rejected, rules)
     select 'HEALTH', s, 10, 1, '[]' from unnest($1::text[]) s`,
    [sources],
  );
  await hub.admin.query(
    `insert into partnership.rejected_line select 'HEALTH', s, 0, s || '.csv', 2, 'a-rule', 'A reason.', true from unnest($1::text[]) s`,
    [sources],
  );
});
afterAll(() => hub.close());

/** The sources whose rows the partnership's own login is shown, and whether it may change any. */
async function shown(): Promise<{ quality: string[]; lines: string[]; changed: number }> {
  const of = async (table: string): Promise<string[]> =>
    (await partnership.query<{ source: string }>(`select source from partnership.${table} order by source`)).rows.map(
      ({ source }) => source,
    );
  const change = async (text: string): Promise<number> => (await partnership.query(text)).rowCount ?? -1;
  return {
    quality: await of('source_quality'),
    lines: await of('rejected_line'),
    changed:
      (await change('update partnership.source_quality set received = 11')) +
      (await change('delete from partnership.rejected_line')),
  };
}

const scopeSets = [[], ['ingest:peps'], ['ingest:*'], [...ingestScopes], ['partnership:read', 'audit:read']];

describe('what came of files, asked for under the partnership’s own login', () => {
  it('is there for nobody without a unit', async () => {
    expect(await shown()).toEqual({ quality: [], lines: [], changed: 0 });
  });

  it.each(roles)(
    'is shown to %s as the policy says, for each purpose and scope, and changed by nobody',
    async (role) => {
      const wrong: string[] = [];
      for (const purpose of purposes)
        for (const scopes of scopeSets) {
          const claims = { role, purpose, purposes: [purpose], scopes };
          const voucher = await hub.voucher({ persona: 'senco', claims });
          await partnership.query('begin');
          try {
            await openUnit(partnership, voucher, []);
            const expected = {
              quality: mayReadQuality({ role }) ? [...sources] : [],
              lines: sources.filter((source) => mayReadLines({ role, purpose, scopes }, source)),
              changed: 0,
            };
            const found = await shown();
            if (JSON.stringify(found) !== JSON.stringify(expected))
              wrong.push(`${purpose} ${scopes.join()}: ${JSON.stringify(found)}`);
          } finally {
            await partnership.query('rollback');
          }
        }
      expect(wrong).toEqual([]);
    },
  );
});

describe('what came of files, asked for at the gateway', () => {
  const told = (body: { data?: Record<string, unknown> | null }, field: string): string[] | null =>
    ((body.data?.[field] as { source: string }[] | null) ?? null)?.map(({ source }) => source) ?? null;

  it.each(personas.map(({ role }) => role))('is told to %s or refused', async (persona) => {
    const { body } = await hub.post({ persona }, quality);
    if (mayReadQuality({ role: persona })) expect(told(body, 'dataQuality')).toEqual([...sources]);
    else expect(codes(body)).toEqual(['REFUSED']);
    const bySource = await hub.post({ persona }, lines, { source: 'peps' });
    if (persona === 'integrator')
      expect(bySource.body.data?.['rejectedLines']).toEqual([{ file: 'peps.csv', line: 2 }]);
    else expect(codes(bySource.body)).toEqual(['REFUSED']);
  });

  it('tells the lines of a source to whoever brings that very source', async () => {
    const one = { persona: 'integrator' as const, claims: { scopes: ['ingest:peps'] } };
    for (const [source, found] of [
      ['peps', { data: { rejectedLines: [{ file: 'peps.csv', line: 2 }] } }],
      ['waiting-list', { data: { rejectedLines: null }, errors: [{ extensions: { code: 'REFUSED' } }] }],
      ['no-such-source', { data: { rejectedLines: null }, errors: [{ extensions: { code: 'REFUSED' } }] }],
    ] as const)
      expect(await hub.ask('partnership', one, lines, { source })).toMatchObject(found);
  });

  it('is refused to a role that carries the scopes of another', async () => {
    const posing = { persona: 'senco' as const, claims: { scopes: [...ingestScopes, 'audit:read'] } };
    const refused = { errors: [{ extensions: { code: 'REFUSED' } }] };
    expect(await hub.ask('partnership', posing, quality)).toMatchObject({ data: { dataQuality: null }, ...refused });
    const asked = await hub.ask('partnership', posing, lines, { source: 'peps' });
    expect(asked).toMatchObject({ data: { rejectedLines: null }, ...refused });
  });

  it.each([{ first: 0 }, { first: 201 }, { after: 'x' }, { after: '-1' }])('is not told for %j', async (page) => {
    const document =
      'query L($first: Int, $after: String) { rejectedLines(source: "peps", first: $first, after: $after) { id } }';
    expect(codes((await hub.post({ persona: 'integrator' }, document, page)).body)).toEqual(['INVALID_INPUT']);
  });
});
