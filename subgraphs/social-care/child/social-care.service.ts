import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Tier } from '../../../platform/access/rule.js';
import type { Opened } from '../../../platform/db/unit-of-work.js';
import { Refused } from '../../../platform/errors/hub-error.js';
import { type Batch, batch } from '../../../platform/graphql/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { involvementsOn } from '../involvement/involvement.js';
import type { InvolvementRepository } from '../involvement/involvement.repository.js';
import { seesHistory } from '../involvement/sees-history.js';
import type { SocialWorkerPresenceRepository } from '../involvement/social-worker-presence.repository.js';
import { type Told, toRecord } from './social-care-record.mapper.js';
import type { SocialCareRecord } from './social-care-record.type.js';
import { socialCarePolicy } from './social-care.policy.js';

const nothing: Opened<never> = { rows: [], verdicts: new Map(), childOf: new Map(), withheld: new Set() };

/** What may be seen of social care's part in a child's life. */
export class SocialCareService {
  private readonly byChild: Batch<Told>;

  constructor(
    private readonly scope: RequestScope,
    private readonly involvements: InvolvementRepository,
    private readonly presence: SocialWorkerPresenceRepository,
  ) {
    this.byChild = batch(
      (ids) => this.fetch(ids),
      () => ({ involvement: null, socialWorker: false, history: false }),
    );
  }

  /**
   * The domain's record on a child. The same for a child with nothing held and one who may not be seen: which of the
   * two is not told. Role and purpose that are shared neither the detail nor that a social worker works with the child
   * are refused; those shared only the latter are told it alone.
   */
  async recordOf(childId: string): Promise<SocialCareRecord> {
    const [facts, told] = await Promise.all([this.scope.sources(), this.byChild.load(childId)]);
    return toRecord(told, facts, this.scope.today);
  }

  private permit(tier: Tier): Permit {
    return Permit.for(this.scope.caller, socialCarePolicy, { tier, operation: 'child.social-care' });
  }

  private async fetch(ids: readonly string[]): Promise<Map<string, Told>> {
    const { today, caller } = this.scope;
    const [detail, presence] = await Promise.all([
      refusalOr(this.involvements.ofChildren(this.permit('T3'), ids)),
      refusalOr(this.presence.on(this.permit('EXISTENCE'), ids, today)),
    ]);
    if (detail instanceof Refused && presence instanceof Refused) throw detail;
    const seen = detail instanceof Refused ? nothing : detail;
    const told = presence instanceof Refused ? nothing : presence;
    const involvements = involvementsOn(seen.rows, seen.verdicts, today);
    const withWorker = new Set(told.rows.map(({ childId }) => childId));
    const worksWith = (id: string): boolean => {
      const verdict = told.verdicts.get(id);
      return verdict !== undefined && withWorker.has(id) && !hasDied(verdict.diedOn, today);
    };
    const history = !(detail instanceof Refused) && seesHistory(caller.claims.role);
    return new Map(
      ids.map((id) => [
        id,
        {
          involvement: seen.verdicts.has(id) ? (involvements.get(id) ?? null) : null,
          socialWorker: worksWith(id),
          history,
        },
      ]),
    );
  }
}

/** A refusal is an answer here: what one tier refuses, the other may tell. */
async function refusalOr<Row>(reading: Promise<Opened<Row>>): Promise<Opened<Row> | Refused> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
