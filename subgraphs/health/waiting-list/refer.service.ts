import { randomUUID } from 'node:crypto';
import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isAmong, providerStaff } from '../../../platform/vocabulary/role-groups.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { isPriority, notTaken, referralFault, type ReferralOutcome } from './judge-referral.js';
import { referred } from './new-entry.js';
import { referPolicy } from './refer.policy.js';
import { AlreadyWaiting, type ReferInput, type ReferralResult } from './refer.type.js';
import { namedService } from './told-service.js';
import type { HealthService } from './status.js';
import { InvalidChange, WaitingListEntryUpdated } from './update-entry.type.js';
import { toEntry } from './waiting-list-entry.mapper.js';
import type { WaitingListEntryRepository } from './waiting-list-entry.repository.js';
import { waitingListPolicy } from './waiting-list.policy.js';

type Referral = Omit<ReferInput, 'service' | 'idempotencyKey'> & { readonly service: HealthService };

/** Refers children to health services. */
export class ReferService {
  constructor(
    private readonly scope: RequestScope,
    private readonly entries: WaitingListEntryRepository,
  ) {}

  /**
   * Puts a child on a provider's list, once for each key; where the child waits for the service already, says so. NotFound
   * for a child whom the caller may not refer, as for one who does not exist.
   */
  async refer(input: ReferInput): Promise<ReferralResult> {
    const { childId, idempotencyKey: key, ...said } = input;
    const service = namedService(input.service, 'service');
    const subjects = { children: isSurrogateId(childId) ? [childId] : [] };
    return this.scope.writes.run([{ permit: this.permit(), subjects }], async (writing) => {
      const verdict = writing.opened[0]?.verdicts.get(childId);
      if (!verdict) throw new NotFound('There is no such child whom you may refer.');
      const outcome = await writing.once(key, { refer: { childId, ...said } }, () =>
        this.make(writing, { childId, ...said, service }, verdict.diedOn),
      );
      if (outcome.outcome === 'INVALID')
        return Object.assign(new InvalidChange(), { field: outcome.field, because: outcome.because });
      const stored = await this.entries.written(writing, outcome.id);
      if (!stored) throw new NotFound('There is no such child whom you may refer.');
      const entry = toEntry({ ...stored, childId }, this.scope.today, verdict.diedOn);
      return Object.assign(outcome.outcome === 'ALREADY' ? new AlreadyWaiting() : new WaitingListEntryUpdated(), {
        entry,
      });
    });
  }

  private permit(): Permit {
    const { caller } = this.scope;
    const policy = isAmong(caller.claims.role, providerStaff) ? waitingListPolicy : referPolicy;
    return Permit.for(caller, policy, { tier: 'T3', act: 'WRITE', operation: 'refer' });
  }

  private async make(writing: Writing, input: Referral, diedOn: string | null): Promise<ReferralOutcome> {
    const fault = referralFault(input, diedOn, this.scope.today);
    if (fault) return fault;
    if (!(await this.entries.knowsProvider(writing, input.providerId)))
      return notTaken('providerId', 'No provider of the hub has this ODS code.');
    const { org, name, sub } = this.scope.caller.claims;
    // Two who refer one child at once: the second waits here, and finds the first's.
    const waiting = await this.entries.waitingFor(writing, { childId: input.childId, service: input.service, org });
    if (waiting !== null) return { outcome: 'ALREADY', id: waiting };
    const priority = input.priority && isPriority(input.priority) ? input.priority : null;
    const by = name || sub;
    const { childId, service, providerId, receivedOn, referredBy, childVoice, parentVoice } = input;
    const said = { childId, service, providerId, receivedOn, priority, referredBy, childVoice, parentVoice };
    const entry = referred(randomUUID(), said, { org, sub, by });
    await this.entries.add(writing, entry, by);
    return { outcome: 'REFERRED', id: entry.id };
  }
}
