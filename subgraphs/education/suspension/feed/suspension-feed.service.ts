import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { oneOfEach, type TellableSuspension } from '../one-of-each.js';
import { toldLength } from '../told-length.js';
import type { SuspensionRepository } from '../suspension.repository.js';
import type { EducationSuspension, EducationSuspensionHistory } from './suspension-feed.type.js';

/** The audited internal feed of suspensions: for system callers alone, by key. */
export class SuspensionFeedService {
  readonly of: (children: readonly string[]) => Promise<EducationSuspensionHistory[]>;

  constructor(scope: RequestScope, suspensions: SuspensionRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.EDUCATION, tier: 'T2', operation: 'suspension-feed' },
      read: (permit, ids) => suspensions.ofChildren(permit, ids),
      answer: (rows, childId) => ({ childId, suspensions: oneOfEach(rows).map(toTold) }),
    });
  }
}

function toTold(suspension: TellableSuspension): EducationSuspension {
  const { urn: schoolUrn, startedOn, category, cancelledOn, provisionOn } = suspension;
  return { schoolUrn, startedOn, category, cancelledOn, provisionOn, ...toldLength(suspension) };
}
