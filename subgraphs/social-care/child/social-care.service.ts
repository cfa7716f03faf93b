import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Tier } from '../../../platform/access/rule.js';
import type { Seen } from '../../../platform/access/seen.js';
import type { OfChild } from '../../../platform/db/unit-of-work.js';
import { Refused } from '../../../platform/errors/hub-error.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { involvementOn } from '../involvement/involvement.js';
import type { InvolvementRepository, StoredInvolvement } from '../involvement/involvement.repository.js';
import type { SocialWorkerPresenceRepository } from '../involvement/social-worker-presence.repository.js';
import { type ToldDetail, toRecord } from './social-care-record.mapper.js';
import type { SocialCareRecord } from './social-care-record.type.js';
import { socialCarePolicy } from './social-care.policy.js';

const noDetail: ToldDetail = { involvement: null, history: false };

/** What may be seen of social care's part in a child's life. */
export class SocialCareService {
  private readonly detail: RecordReader<StoredInvolvement, ToldDetail>;
  private readonly presence: RecordReader<OfChild, boolean>;

  constructor(
    private readonly scope: RequestScope,
    involvements: InvolvementRepository,
    presence: SocialWorkerPresenceRepository,
  ) {
    const { today } = scope;
    const permit = this.permit('T3');
    this.detail = new RecordReader(scope, {
      permit,
      read: (permit, ids) => involvements.ofChildren(permit, ids),
      tell: (seen) => detailOf(seen, today),
      untold: { involvement: null, history: permit.facets.has('HISTORY') },
    });
    this.presence = new RecordReader(scope, {
      permit: this.permit('EXISTENCE'),
      read: (permit, ids) => presence.on(permit, ids, today),
      tell: (seen) => isHeld(seen) && !hasDied(seen.diedOn, today),
      untold: false,
    });
  }

  /**
   * The domain's record on a child. The same for a child with nothing held and one who may not be seen: which of the
   * two is not told. Role and purpose that are shared neither the detail nor that a social worker works with the child
   * are refused; those shared only the latter are told it alone.
   */
  async recordOf(childId: string): Promise<SocialCareRecord> {
    const [facts, detail, socialWorker] = await Promise.all([
      this.scope.sources(),
      refusalOr(this.detail.of(childId)),
      refusalOr(this.presence.of(childId)),
    ]);
    if (detail instanceof Refused && socialWorker instanceof Refused) throw detail;
    const told = {
      ...(detail instanceof Refused ? noDetail : detail),
      socialWorker: !(socialWorker instanceof Refused) && socialWorker,
    };
    return toRecord(told, facts, this.scope.today);
  }

  private permit(tier: Tier): Permit {
    return Permit.for(this.scope.caller, socialCarePolicy, { tier, operation: 'child.social-care' });
  }
}

/** In part: the status and the plan of today. Not who works with the child, nor the past. */
function detailOf(seen: Seen<StoredInvolvement>, today: string): ToldDetail {
  switch (seen.outcome) {
    case 'FULL':
      return { involvement: involvementOn(seen.rows, seen.diedOn, today), history: seen.facets.has('HISTORY') };
    case 'REDACTED':
      return {
        involvement: { ...involvementOn(seen.toRedact, seen.diedOn, today), workers: [] },
        history: false,
      };
    case 'EXISTENCE_ONLY':
      return noDetail;
  }
}

/** What stands under EXISTENCE is one fact: that it is held is all there is to tell, however much may be told. */
function isHeld(seen: Seen<OfChild>): boolean {
  switch (seen.outcome) {
    case 'FULL':
      return seen.rows.length > 0;
    case 'REDACTED':
      return seen.toRedact.length > 0;
    case 'EXISTENCE_ONLY':
      return seen.held;
  }
}

/** A refusal is an answer here: what one tier refuses, the other may tell. */
async function refusalOr<Told>(telling: Promise<Told>): Promise<Told | Refused> {
  try {
    return await telling;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
