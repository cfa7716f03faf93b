import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { EnrolmentFeedRepository, ToldEnrolment } from './enrolment-feed.repository.js';
import type { EducationEnrolment, EducationEnrolmentHistory } from './enrolment-feed.type.js';

/** The audited internal feed of rolls: for system callers alone, by key. */
export class EnrolmentFeedService {
  readonly of: (children: readonly string[]) => Promise<EducationEnrolmentHistory[]>;

  constructor(scope: RequestScope, enrolments: EnrolmentFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.EDUCATION, tier: 'T2', operation: 'enrolment-feed' },
      read: (permit, ids) => enrolments.ofChildren(permit, ids),
      answer: (rows, childId) => ({ childId, enrolments: rows.map(enrolmentOf) }),
    });
  }
}

function enrolmentOf({ urn, from, freeSchoolMeals, provisions, ...told }: ToldEnrolment): EducationEnrolment {
  const { until, status, phase } = told;
  return {
    ...{ schoolUrn: urn, status, from, until, phase },
    provisions: provisions.map(({ provision, from: shown }) => ({ provision, from: shown })),
    freeSchoolMeals: freeSchoolMeals.map(({ eligible, from: shown }) => ({ eligible, from: shown })),
  };
}
