import { Permit } from '../../../platform/access/permit.js';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { InvalidInput, NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { recordProvisionPolicy } from './record-provision.policy.js';
import type { RecordedProvisionRepository } from './recorded-provision.repository.js';
import type { SuspensionCategory } from './suspension-category.js';
import type { SuspensionService } from './suspension.service.js';
import type { Suspension } from './suspension.type.js';

/** What is said of provision that is in place. */
export interface ProvisionSaid {
  readonly childId: string;
  readonly suspensionStartedOn: string;
  readonly provider: string;
  readonly inPlaceOn: string;
}

/** Which suspension it was recorded for. */
interface Answer {
  readonly urn: string;
  readonly category: SuspensionCategory;
}

const nothing = () =>
  new NotFound('There is no such suspension for which you may record provision.', { domain: Domain.EDUCATION });

/** Records that full-time provision is in place for children who are kept out of school. */
export class RecordProvisionService {
  constructor(
    private readonly scope: RequestScope,
    private readonly provisions: RecordedProvisionRepository,
    private readonly suspensions: SuspensionService,
  ) {}

  /**
   * Once for each key. NotFound for a child who does not exist, one of whom the caller may record nothing, and a suspension for
   * which the caller's organisation owes nothing, alike.
   */
  async record(said: ProvisionSaid, key: string): Promise<Suspension> {
    const provider = said.provider.trim();
    if (provider === '') throw new InvalidInput('provider must say something.');
    if (said.inPlaceOn < said.suspensionStartedOn)
      throw new InvalidInput('inPlaceOn must not be before suspensionStartedOn.');
    if (said.inPlaceOn > this.scope.today) throw new InvalidInput('inPlaceOn must not be after today.');
    const { childId } = said;
    const subjects = { children: isSurrogateId(childId) ? [childId] : [] };
    const answer = await this.scope.writes.run([{ permit: this.permit(), subjects }], (writing) =>
      writing.once(key, { recordProvision: { ...said, provider } }, () => this.put(writing, { ...said, provider })),
    );
    const { suspensionStartedOn: startedOn } = said;
    const year = await this.suspensions.of(childId, academicYear(startedOn));
    const recorded = year?.items.find(
      (one) => one.startedOn === startedOn && one.urn === answer.urn && one.category === answer.category,
    );
    if (!recorded) throw nothing();
    return recorded;
  }

  private async put(
    writing: Writing,
    { childId, suspensionStartedOn, provider, inPlaceOn }: ProvisionSaid,
  ): Promise<Answer> {
    const { sub, name, role, org } = this.scope.caller.claims;
    if (!writing.opened[0]?.verdicts.has(childId)) throw nothing();
    const owed = await this.provisions.owedBy(writing, childId, suspensionStartedOn, org);
    if (!owed) throw nothing();
    await this.provisions.add(writing, {
      ...{ ...owed, provider, inPlaceOn },
      ...{ actor: sub, actorName: name || sub, actorRole: role, actorOrg: org },
    });
    await writing.emit('suspension-changed', [owed.childId]);
    return { urn: owed.urn, category: owed.category };
  }

  private permit(): Permit {
    return Permit.for(this.scope.caller, recordProvisionPolicy, {
      ...{ tier: 'T2', act: 'WRITE', operation: 'recordProvision' },
    });
  }
}
