import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { AttentionFeedService } from './attention/feed/attention-feed.service.js';
import { ChangeFeedRepository } from './change/feed/change-feed.repository.js';
import { ChangeFeedService } from './change/feed/change-feed.service.js';
import { KeptRegisterRepository } from './attendance/kept-register.repository.js';
import { CohortFiguresService } from './cohort-figures/cohort-figures.service.js';
import { CohortSuspensionsService } from './cohort-suspensions/cohort-suspensions.service.js';
import { CohortService } from './cohort/cohort.service.js';
import { KeptAllocationRepository } from './cohort/kept-allocation.repository.js';
import { KeptIntervalRepository } from './cohort/kept-interval.repository.js';
import { TeamFeedService } from './cohort/feed/team-feed.service.js';
import { PepComplianceService } from './pep/compliance/pep-compliance.service.js';
import { PepToMakeRepository } from './pep/duty/pep-to-make.repository.js';
import { OverduePepsService } from './overdue-peps/overdue-peps.service.js';
import { PersonalEducationPlanRepository } from './pep/personal-education-plan.repository.js';
import { PersonalEducationPlanService } from './pep/personal-education-plan.service.js';
import { FirstDayProvisionService } from './suspension/first-day-provision.service.js';
import { KeptSuspensionRepository } from './suspension/kept-suspension.repository.js';
import { TriangulationService } from './triangulation/triangulation.service.js';
import { WeeklyListRepository } from './triangulation/weekly-list.repository.js';

/** The services of one request. */
export interface VirtualSchoolServices {
  readonly cohorts: CohortService;
  readonly cohortFigures: CohortFiguresService;
  readonly cohortSuspensions: CohortSuspensionsService;
  readonly attendance: AttendanceService;
  readonly firstDays: FirstDayProvisionService;
  readonly plans: PersonalEducationPlanService;
  readonly pepCompliance: PepComplianceService;
  readonly pepsOverdue: OverduePepsService;
  readonly teamFeed: TeamFeedService;
  readonly attentionFeed: AttentionFeedService;
  readonly changeFeed: ChangeFeedService;
  readonly triangulation: TriangulationService;
}

export type VirtualSchoolContext = SubgraphContext<VirtualSchoolServices>;

export function virtualSchoolServices(scope: RequestScope): VirtualSchoolServices {
  const intervals = new KeptIntervalRepository(scope.unit);
  const cohorts = new CohortService(scope, intervals, new KeptAllocationRepository(scope.unit));
  const attendance = new AttendanceService(scope, new KeptRegisterRepository(scope.unit), cohorts);
  const written = new PersonalEducationPlanRepository(scope.unit);
  const toMake = new PepToMakeRepository(scope.unit);
  const plans = new PersonalEducationPlanService(scope, written, toMake);
  return {
    cohorts,
    cohortFigures: new CohortFiguresService(scope),
    cohortSuspensions: new CohortSuspensionsService(scope),
    attendance,
    firstDays: new FirstDayProvisionService(scope, new KeptSuspensionRepository(scope.unit), cohorts),
    plans,
    pepCompliance: new PepComplianceService(scope),
    pepsOverdue: new OverduePepsService(scope, written, toMake),
    changeFeed: new ChangeFeedService(scope, new ChangeFeedRepository(scope.unit)),
    attentionFeed: new AttentionFeedService(scope, written, toMake),
    teamFeed: new TeamFeedService(scope, intervals),
    triangulation: new TriangulationService(scope, new WeeklyListRepository(scope.unit)),
  };
}
