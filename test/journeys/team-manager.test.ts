import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { allocated, type Line, type Pupil, pupil, take } from '../support/partner-files.js';
import { recordId, sees } from '../support/sight.js';

// The hub's day is 2026-11-20.

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const manager = (sub: string): As => ({ persona: 'social-work-team-manager', claims: { sub } });
const idOf = ({ upn }: Pupil): Promise<string> => recordId(hub, 'case-list:990', `990/C${upn}`);
const list = (...lines: readonly Line[]) => take(hub, 'case-list', lines);

/** A worker of a team, with the team's manager. */
const inTeam = (of: Pupil, worker: string, managerId: string, from: string, until = ''): Line =>
  allocated(of, worker, from, until, { team: `Team of ${managerId}`, manager_id: managerId });

/** Who of these managers sees the child now. */
async function seenBy(of: Pupil, ...subs: readonly string[]): Promise<string[]> {
  const id = await idOf(of);
  const found: string[] = [];
  for (const sub of subs) if (await sees(hub, manager(sub), id)) found.push(sub);
  return found;
}

let next = 0;
const newChild = (): Pupil => pupil((next += 1));

describe('the manager of a social work team', () => {
  it('sees the children of the team’s workers, and no other team’s', async () => {
    const [north, south, nobodys] = [newChild(), newChild(), newChild()];
    await list(
      inTeam(north, 'a', 'north', '2026-03-02'),
      inTeam(south, 'b', 'south', '2026-03-02'),
      inTeam(nobodys, 'c', '', '2026-03-02'),
    );
    expect(await seenBy(north, 'north', 'south')).toEqual(['north']);
    expect(await seenBy(south, 'north', 'south')).toEqual(['south']);
    expect(await seenBy(nobodys, 'north', 'south')).toEqual([]);
  });

  it('is shown who works with the child and what was before, because the child is the team’s', async () => {
    const child = newChild();
    await list(inTeam(child, 'a', 'swm-001', '2026-03-02'));
    const question = `query Look($id: ID!) { child(id: $id) { access { domain because }
      socialCare { hasSocialWorker worker { name } intervals { status } } } }`;
    const { body } = await hub.post({ persona: 'social-work-team-manager' }, question, { id: await idOf(child) });
    expect(body.errors).toBeUndefined();
    expect(body.data?.['child']).toMatchObject({
      access: expect.arrayContaining([
        { domain: 'PARTNERSHIP', because: 'The child is on your caseload or your team’s.' },
      ]) as unknown,
      socialCare: { hasSocialWorker: true, worker: { name: 'Worker a' }, intervals: [] },
    });
  });

  it('no longer sees a child who moves to another team’s worker, from the day of the move', async () => {
    const child = newChild();
    await list(inTeam(child, 'a', 'north', '2026-03-02'));
    await list(inTeam(child, 'a', 'north', '2026-03-02', '2026-11-16'), inTeam(child, 'b', 'south', '2026-11-16'));
    expect(await seenBy(child, 'north', 'south')).toEqual(['south']);
  });

  it('sees a child until the day of a move that is planned, and the next manager from it', async () => {
    const child = newChild();
    await list(inTeam(child, 'a', 'north', '2026-03-02', '2026-11-23'), inTeam(child, 'b', 'south', '2026-11-23'));
    expect(await seenBy(child, 'north', 'south')).toEqual(['north']);
  });

  it('hands the team over with the next list: who managed it sees the child no more', async () => {
    const child = newChild();
    await list(inTeam(child, 'a', 'north', '2026-03-02'));
    expect(await list(inTeam(child, 'a', 'successor', '2026-03-02'))).toMatchObject({ written: 1 });
    expect(await seenBy(child, 'north', 'successor')).toEqual(['successor']);
    await list(inTeam(child, 'a', '', '2026-03-02'));
    expect(await seenBy(child, 'north', 'successor')).toEqual([]);
  });

  it('never saw a child by an allocation that never was', async () => {
    const child = newChild();
    await list(inTeam(child, 'a', 'north', '2026-03-02'));
    await list(inTeam(child, 'a', 'north', '2026-03-02', '2026-03-02'));
    expect(await seenBy(child, 'north')).toEqual([]);
    const { rows } = await hub.admin.query('select from access.relationship where child_id = $1 and basis = $2', [
      await idOf(child),
      'CASELOAD',
    ]);
    expect(rows).toHaveLength(0);
  });

  it('is not named by a list of the former form: the worker alone sees the child', async () => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-03-02'));
    expect(await seenBy(child, 'north')).toEqual([]);
    expect(await sees(hub, { persona: 'social-worker', claims: { sub: 'a' } }, await idOf(child))).toBe(true);
  });
});
