import { catchUp } from '../../platform/events/catch-up.js';
import { schemaOf } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { TestHub } from './hub.js';

const outboxes = Object.values(Domain)
  .map((domain) => `select xid from "${schemaOf(domain)}".outbox`)
  .join(' union all ');

/**
 * Lets every feed work until nothing is left to hear. An event waits for every transaction of the server that began
 * before it, those of other tests' databases too: having caught up is not yet having heard all.
 */
export async function settle({ admin, assembly }: TestHub): Promise<void> {
  const relays = await assembly.relays();
  const look = async (): Promise<{ last: string; readable: boolean }> => {
    const { rows } = await admin.query<{ last: string; readable: boolean }>(
      `select coalesce(max(xid::text::bigint), 0)::text as last,
        coalesce(max(xid::text::bigint) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint, true) as readable
       from (${outboxes}) said`,
    );
    return rows[0] ?? { last: '0', readable: true };
  };
  for (;;) {
    const before = await look();
    await catchUp(relays);
    if (before.readable && (await look()).last === before.last) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
