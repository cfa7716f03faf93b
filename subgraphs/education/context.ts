import type { RequestScope, SubgraphContext } from '../../platform/subgraph/manifest.js';
import { AttentionFeedService } from './attention/feed/attention-feed.service.js';
import { ChangeFeedRepository } from './change/feed/change-feed.repository.js';
import { ChangeFeedService } from './change/feed/change-feed.service.js';
import { AttendanceWeekRepository } from './attendance/attendance-week.repository.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { AttendanceCorrectionRepository } from './attendance-correction/attendance-correction.repository.js';
import { AttendanceCorrectionService } from './attendance-correction/attendance-correction.service.js';
import { AttendanceThresholdService } from './attendance-threshold/attendance-threshold.service.js';
import { ThresholdsListService } from './attendance-threshold/list/thresholds-list.service.js';
import { EducationRecordService } from './child/education-record.service.js';
import { EnrolmentRepository } from './enrolment/enrolment.repository.js';
import { AttendanceFeedService } from './attendance/feed/attendance-feed.service.js';
import { EnrolmentFeedRepository } from './enrolment/feed/enrolment-feed.repository.js';
import { EnrolmentFeedService } from './enrolment/feed/enrolment-feed.service.js';
import { NoticeFeedRepository } from './notice/feed/notice-feed.repository.js';
import { NoticeFeedService } from './notice/feed/notice-feed.service.js';
import { TeamFeedService } from './enrolment/feed/team-feed.service.js';
import { CalendarFeedService } from './school-calendar/feed/calendar-feed.service.js';
import { CalendarWeekRepository } from './school-calendar/feed/calendar-week.repository.js';
import { ReviewFeedService } from './risk-of-exclusion/feed/review-feed.service.js';
import { RecordRiskReviewService } from './risk-of-exclusion/record-risk-review.service.js';
import { RiskOfExclusionService } from './risk-of-exclusion/risk-of-exclusion.service.js';
import { RiskReviewRepository } from './risk-of-exclusion/risk-review.repository.js';
import { SchoolWeekFeedService } from './school-week/feed/school-week-feed.service.js';
import { SchoolWeekRepository } from './school-week/feed/school-week.repository.js';
import { SchoolAttendanceService } from './school-attendance/school-attendance.service.js';
import { SchoolRepository } from './school/school.repository.js';
import { SchoolService } from './school/school.service.js';
import { SixthDayFiguresService } from './sixth-day-figures/sixth-day-figures.service.js';
import { SuspensionFiguresService } from './suspension-figures/suspension-figures.service.js';
import { SuspensionFeedService } from './suspension/feed/suspension-feed.service.js';
import { KnownDays } from './suspension/known-days.js';
import { KnownWeeksRepository } from './suspension/known-weeks.repository.js';
import { RecordProvisionService } from './suspension/record-provision.service.js';
import { RecordedProvisionRepository } from './suspension/recorded-provision.repository.js';
import { SuspendedListRepository } from './suspension/list/suspended-list.repository.js';
import { SuspendedListService } from './suspension/list/suspended-list.service.js';
import { SuspensionRepository } from './suspension/suspension.repository.js';
import { SuspensionService } from './suspension/suspension.service.js';
import { UnidentifiedSenService } from './unidentified-sen/unidentified-sen.service.js';

/** The services of one request. */
export interface EducationServices {
  readonly records: EducationRecordService;
  readonly attendance: AttendanceService;
  readonly attendanceCorrections: AttendanceCorrectionService;
  readonly attendanceThresholds: AttendanceThresholdService;
  readonly thresholdsList: ThresholdsListService;
  readonly schools: SchoolService;
  readonly schoolAttendance: SchoolAttendanceService;
  readonly suspensions: SuspensionService;
  readonly suspendedList: SuspendedListService;
  readonly unidentifiedSen: UnidentifiedSenService;
  readonly risks: RiskOfExclusionService;
  readonly riskReviews: RecordRiskReviewService;
  readonly suspensionFigures: SuspensionFiguresService;
  readonly sixthDayFigures: SixthDayFiguresService;
  readonly provisions: RecordProvisionService;
  readonly suspensionFeed: SuspensionFeedService;
  readonly teamFeed: TeamFeedService;
  readonly attendanceFeed: AttendanceFeedService;
  readonly schoolWeekFeed: SchoolWeekFeedService;
  readonly calendarFeed: CalendarFeedService;
  readonly enrolmentFeed: EnrolmentFeedService;
  readonly noticeFeed: NoticeFeedService;
  readonly attentionFeed: AttentionFeedService;
  readonly changeFeed: ChangeFeedService;
  readonly reviewFeed: ReviewFeedService;
}

export type EducationContext = SubgraphContext<EducationServices>;

export function educationServices(scope: RequestScope): EducationServices {
  const enrolments = new EnrolmentRepository(scope.unit);
  const records = new EducationRecordService(scope, enrolments);
  const weeks = new AttendanceWeekRepository(scope.unit);
  const facts = new NoticeFeedRepository(scope.unit);
  const told = new SuspensionRepository(scope.unit);
  const knownWeeks = new KnownWeeksRepository(scope.unit);
  const knownDays = new KnownDays(scope, knownWeeks);
  const suspensions = new SuspensionService(scope, told, knownDays, records);
  const reviews = new RiskReviewRepository(scope.unit);
  const risks = new RiskOfExclusionService(scope, reviews, suspensions);
  return {
    records,
    attendance: new AttendanceService(scope, weeks),
    attendanceCorrections: new AttendanceCorrectionService(scope, new AttendanceCorrectionRepository(scope.unit)),
    attendanceThresholds: new AttendanceThresholdService(scope, weeks, knownDays, records),
    thresholdsList: new ThresholdsListService(scope, { weeks, enrolments, knownDays }),
    schools: new SchoolService(scope, new SchoolRepository(scope.unit)),
    suspensions,
    suspendedList: new SuspendedListService(scope, new SuspendedListRepository(scope.unit)),
    unidentifiedSen: new UnidentifiedSenService(scope),
    risks,
    riskReviews: new RecordRiskReviewService(scope, reviews, risks),
    schoolAttendance: new SchoolAttendanceService(scope),
    suspensionFigures: new SuspensionFiguresService(scope),
    sixthDayFigures: new SixthDayFiguresService(scope),
    provisions: new RecordProvisionService(scope, new RecordedProvisionRepository(), suspensions),
    suspensionFeed: new SuspensionFeedService(scope, told),
    teamFeed: new TeamFeedService(scope, enrolments),
    attendanceFeed: new AttendanceFeedService(scope, weeks),
    schoolWeekFeed: new SchoolWeekFeedService(scope, new SchoolWeekRepository(scope.unit)),
    calendarFeed: new CalendarFeedService(scope, new CalendarWeekRepository(scope.unit)),
    enrolmentFeed: new EnrolmentFeedService(scope, new EnrolmentFeedRepository(scope.unit)),
    noticeFeed: new NoticeFeedService(scope, facts),
    changeFeed: new ChangeFeedService(scope, new ChangeFeedRepository(scope.unit)),
    reviewFeed: new ReviewFeedService(scope, reviews),
    attentionFeed: new AttentionFeedService(scope, { weeks, facts, told, enrolments, knownWeeks }),
  };
}
