import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assemble } from '../../cli/assemble.js';
import { manifests } from '../../cli/domains.js';
import { catchUp } from '../../platform/events/catch-up.js';
import { createLog } from '../../platform/telemetry/log.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';
import { rolePrefix } from '../support/templates.js';

let hub: TestHub;
let child: string;

const worker: As = { persona: 'social-worker' };
const head: As = { persona: 'virtual-school-head' };

beforeAll(async () => {
  hub = await testHub();
  child = await arrangeChild(hub.admin, [
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
    { basis: 'LOOKED_AFTER_DUTY', grantee: `org:${place.council}` },
  ]);
});

afterAll(() => hub.close());

const inbox = '{ notices(first: 100) { kind fact readAt } }';

async function told(as: As): Promise<string[]> {
  const { body } = await hub.post(as, inbox);
  return ((body.data?.['notices'] ?? []) as { fact: string }[]).map(({ fact }) => fact).sort();
}

const suspended = (startedOn: string, sessions: number, category = 'SUSPENSION') =>
  hub.admin.query(
    `insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, recorded_at)
     values (gen_random_uuid(), $1, $2, $3, $4, 1, case when $4 = 'SUSPENSION' then 'AM' end, nullif($5, 0), now())`,
    [child, place.school, startedOn, category, sessions],
  );

const said = (topic = 'suspension-changed') =>
  hub.admin.query('insert into education.outbox (topic, child_id) values ($1, $2)', [topic, child]);

/** As if the hub were stopped and started anew: other processes, which remember nothing of what was heard. */
async function restarted(): Promise<void> {
  const again = await assemble({
    ...{ environment: hub.environment, log: createLog('silent'), adminUrl: hub.adminUrl, rolePrefix },
    here: manifests.map(({ domain }) => domain),
  });
  try {
    await catchUp(await again.relays());
  } finally {
    await again.close();
  }
}

const both = [
  'Suspended from Testcase Primary from 12 November 2026, for 4 school days.',
  'Suspended from Testcase Primary from 9 November 2026, for 3 school days.',
];

describe('two suspensions of a child who is looked after', () => {
  it('are two notices for the social worker and two for the head of the virtual school', async () => {
    await suspended('2026-11-09', 6);
    await suspended('2026-11-12', 8);
    // The writing of the notices is ended in the middle: after the first of them, before the position is moved.
    await hub.admin.query(
      `create function partnership.fall_over() returns trigger language plpgsql as $$
       begin if (select count(*) from partnership.notice) > 1 then raise exception 'ended in the middle'; end if; return new; end $$;
       create trigger fall_over after insert on partnership.notice for each row execute function partnership.fall_over();
       grant execute on function partnership.fall_over() to public`,
    );
    await said();
    await expect(settle(hub)).rejects.toThrow();
    expect(await told(worker)).toEqual([]);
    await hub.admin.query('drop trigger fall_over on partnership.notice; drop function partnership.fall_over()');
    await settle(hub);
    expect([await told(worker), await told(head)]).toEqual([both, both]);
  });

  it('are no third after a restart, when they are heard again, and when everything is', async () => {
    await restarted();
    for (const topic of ['suspension-changed', 'roll-changed', 'suspension-changed']) await said(topic);
    await settle(hub);
    await hub.admin.query(`delete from partnership.event_position where consumer = 'notice-feed'`);
    await restarted();
    expect([await told(worker), await told(head)]).toEqual([both, both]);
    const { rows } = await hub.admin.query<{ n: number }>(`select count(*)::int n from partnership.notice`);
    // The adviser's are not shown to either.
    expect(rows).toEqual([{ n: 6 }]);
  });

  it('are told as they are put right, and one that was cancelled before it began no longer', async () => {
    await hub.admin.query(`update education.suspension set sessions = 2 where started_on = '2026-11-12'`);
    await hub.admin.query(
      `update education.suspension set cancelled_on = '2026-11-09', served = 0 where started_on = '2026-11-09'`,
    );
    await suspended('2026-11-16', 0, 'PERMANENT');
    await said();
    await settle(hub);
    const now = [
      'Permanently excluded from Testcase Primary from 16 November 2026.',
      'Suspended from Testcase Primary from 12 November 2026, for 1 school day.',
    ];
    expect([await told(worker), await told(head)]).toEqual([now, now]);
  });
});
