import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assemble } from '../../../cli/assemble.js';
import { manifests } from '../../../cli/domains.js';
import { catchUp } from '../../../platform/events/catch-up.js';
import { createLog } from '../../../platform/telemetry/log.js';
import { type As } from '../../support/hub.js';
import { rolePrefix } from '../../support/templates.js';
import { settle } from '../../support/settle.js';
import { areas } from './areas.js';
import type { ExampleChild } from './example.js';
import { type ExampleHub, loadExample } from './load-example.js';

const worker: As = { persona: 'social-worker' };
const head: As = { persona: 'virtual-school-head' };

/** Suspensions of the present school year, which are told to those who work with a child. */
const thisYear = ({ suspensions, asAt }: ExampleChild): number =>
  suspensions.filter(
    ({ startedOn, cancelledOn, sessionsServed }) =>
      startedOn >= '2026-09-01' && startedOn <= asAt && (cancelledOn === undefined || (sessionsServed ?? 0) > 0),
  ).length;

const latest = (children: readonly ExampleChild[]): string =>
  children
    .map(({ asAt }) => asAt)
    .sort()
    .at(-1) ?? '';

describe.each(areas())('who is told of the suspensions of %s children', (_, area) => {
  const asAt = latest(area.children);
  const children = area.children.filter((one) => one.asAt === asAt);
  let hub: ExampleHub;

  beforeAll(async () => {
    hub = await loadExample(area, children, asAt);
    // Whose worker, and whose virtual school, there is to tell.
    for (const child of children)
      for (const [basis, grantee] of [
        ...(child.socialWorker ? [['CASELOAD', 'person:sw-001']] : []),
        ...(child.lookedAfter ? [['LOOKED_AFTER_DUTY', 'org:990']] : []),
      ])
        await hub.admin.query(
          `insert into access.relationship values ($1, $2, $3, 'test', tstzrange('2026-01-01', null))`,
          [hub.idOf(child), grantee, basis],
        );
  });
  afterAll(() => hub.close());

  async function told(as: As): Promise<Readonly<Record<string, number>>> {
    const { body } = await hub.post(as, '{ notices(first: 100) { child { id } kind } }');
    const notices = (body.data?.['notices'] ?? []) as { child: { id: string }; kind: string }[];
    const of = (child: ExampleChild) => notices.filter((one) => one.child.id === hub.idOf(child)).length;
    expect(notices).toHaveLength(children.reduce((sum, child) => sum + of(child), 0));
    return Object.fromEntries(children.map((child) => [child.key, of(child)]));
  }

  const expected = (who: 'socialWorker' | 'lookedAfter') =>
    Object.fromEntries(children.map((child) => [child.key, child[who] ? thisYear(child) : 0]));

  it('is the worker of a child who has one, and the virtual school of one who is looked after, once for each', async () => {
    expect(await told(worker)).toEqual(expected('socialWorker'));
    expect(await told(head)).toEqual(expected('lookedAfter'));
    for (const child of children) {
      const { notify } = child.expect ?? {};
      if (!notify) continue;
      expect([child.key, notify.includes('SOCIAL_WORKER')]).toEqual([
        child.key,
        ((await told(worker))[child.key] ?? 0) > 0,
      ]);
      expect([child.key, notify.includes('VIRTUAL_SCHOOL_HEAD')]).toEqual([
        child.key,
        ((await told(head))[child.key] ?? 0) > 0,
      ]);
    }
  });

  it('are no more after a restart, and when all is heard again', async () => {
    await hub.admin.query(`delete from partnership.event_position where consumer = 'notice-feed'`);
    const again = await assemble({
      ...{ environment: hub.environment, log: createLog('silent'), adminUrl: hub.adminUrl, rolePrefix },
      here: manifests.map(({ domain }) => domain),
    });
    try {
      await catchUp(await again.relays());
    } finally {
      await again.close();
    }
    await settle(hub);
    expect([await told(worker), await told(head)]).toEqual([expected('socialWorker'), expected('lookedAfter')]);
  });
});
