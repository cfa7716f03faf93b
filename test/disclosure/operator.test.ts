import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Domain } from '../../platform/vocabulary/domain.js';
import { qualityOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

describe('what an operator may ask about quality', () => {
  it('is answered by every domain with counts by source and rule alone, and is written down', async () => {
    const found = await qualityOf(hub);
    expect(Object.keys(found).sort()).toEqual(['education', 'health', 'partnership', 'social-care', 'virtual-school']);
    expect(found['health']).toEqual([]);
    expect(found['education']).toEqual(
      [
        ['attendance', 'mark-outside-enrolment'],
        ['suspensions', 'register-says-otherwise'],
        ['suspensions', 'suspension-outside-enrolment'],
        ['suspensions', 'suspensions-overlap'],
      ].map(([source, rule]) => ({ source, rule, message: expect.any(String), count: expect.any(Number) })),
    );
    const { rows } = await hub.admin.query(
      `select domain, actor, permitted from access.audit where operation = 'check.quality' order by domain`,
    );
    expect(rows).toHaveLength(Object.keys(found).length);
    expect(rows[0]).toMatchObject({ domain: 'EDUCATION', actor: expect.stringMatching(/^operator:/), permitted: [] });
  });

  it('is not for a domain’s own login', async () => {
    const education = await hub.appClient(Domain.EDUCATION);
    for (const asked of ['education.quality()', 'education.quality_rules()', `access.quality('education')`]) {
      await expect(education.query(`select * from ${asked}`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
