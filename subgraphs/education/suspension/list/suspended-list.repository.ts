import { z } from 'zod';
import type { ListPage, Permit } from '../../../../platform/access/permit.js';
import type { SeenPage } from '../../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import type { Placed } from './suspended-place.js';

const row = z.object({ childId: z.string(), lastStartedOn: z.string() });

/** Of which suspensions: those that began between two days, both inclusive, from one school where it is named. */
export interface MeantSuspensions {
  readonly from: string;
  readonly to: string;
  readonly school: string | null;
}

// Of everybody whom the unit was opened for: children of a page, whom a read cannot name beforehand.
const ofPage = {
  name: 'education_suspended_of_page',
  text: `select k.asked as "childId", max(s.started_on)::text as "lastStartedOn"
    from ctx.keys(ctx.opened()) k join education.suspension s on s.child_id = k.held and s.superseded_at is null
    where s.started_on between $1 and $2 and ($3::text is null or s.urn = $3)
    group by k.asked`,
  parse: (raw: unknown): Placed => row.parse(raw),
};

/** Who was suspended when, in PostgreSQL. */
export class SuspendedListRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** A page, in the list’s order. */
  page(permit: Permit, from: ListPage['from'], meant: MeantSuspensions): Promise<SeenPage<Placed>> {
    const keys = [JSON.stringify(meant)] as const;
    const values = [meant.from, meant.to, meant.school];
    return this.unit.readPage(
      permit,
      { kind: 'suspended-page', keys, from },
      { ...ofPage, values },
      (one) => one.childId,
    );
  }
}
