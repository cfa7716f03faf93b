import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { OfChild, UnitOfWork } from '../../../platform/db/unit-of-work.js';

const onDay = {
  name: 'social_care_presence',
  text: `select distinct k.asked as "childId" from ctx.keys($1) k
    join social_care.social_worker_presence p on p.child_id = k.held
    where p.held_from <= $2 and (p.held_until is null or $2 < p.held_until) order by k.asked`,
};

/** The days on which a social worker worked with a child: the one fact that stands under EXISTENCE. */
export class SocialWorkerPresenceRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The children with whom a social worker works on a day. */
  on(permit: Permit, children: readonly string[], day: string): Promise<SeenChildren<OfChild>> {
    return this.unit.read(permit, children, { ...onDay, values: [children, day] });
  }
}
