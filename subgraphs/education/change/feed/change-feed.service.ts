import { factChanges } from '../../../../platform/record/fact-changes.js';
import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { ChangeFacts } from '../../../../platform/vocabulary/change-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { markChanges } from '../mark-changes.js';
import { provisionChanges } from '../provision-changes.js';
import { schoolingInWords } from '../schooling-in-words.js';
import { suspensionChanges } from '../suspension-changes.js';
import type { ChangeFeedRepository } from './change-feed.repository.js';

/** The audited internal feed of what changed: for system callers alone, by key. */
export class ChangeFeedService {
  readonly of: (children: readonly string[]) => Promise<ChangeFacts[]>;

  constructor(scope: RequestScope, history: ChangeFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.EDUCATION, tier: 'T2', operation: 'change-feed' },
      read: (permit, ids) => history.ofChildren(permit, ids),
      answer: (records, childId) => ({
        childId,
        facts: records.flatMap(({ facts, marks, suspensions, provisions }) => [
          ...factChanges(facts, schoolingInWords),
          ...markChanges(marks),
          ...suspensionChanges(suspensions),
          ...provisionChanges(provisions, suspensions),
        ]),
      }),
    });
  }
}
