import { describe, expect, it } from '@jest/globals';
import type { Permit } from '../../../platform/access/permit.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { InvolvementRepository } from './involvement.repository.js';
import { SocialWorkerPresenceRepository } from './social-worker-presence.repository.js';

/** The text that a repository sends. */
async function textOf(ask: (unit: UnitOfWork) => Promise<unknown>): Promise<string> {
  let sent = '';
  const read = (_permit: unknown, _subjects: unknown, { text }: { text: string }) => {
    sent = text;
    return Promise.resolve({ rows: [] });
  };
  await ask({ read } as unknown as UnitOfWork);
  return sent;
}
const permit = {} as Permit;

describe('a read of social care', () => {
  it('states the order of its rows, and of every list in them', async () => {
    const text = await textOf((unit) => new InvolvementRepository(unit).ofChildren(permit, []));
    expect(text.match(/jsonb_agg/g)).toHaveLength(3);
    expect(text.match(/order by/g)).toHaveLength(4);
    expect(text).toMatch(/order by k\.asked, k\.held$/);
  });

  it('of presence too', async () => {
    const text = await textOf((unit) => new SocialWorkerPresenceRepository(unit).on(permit, [], '2026-11-20'));
    expect(text).toMatch(/order by k\.asked$/);
  });
});
