/**
 * All that the benchmarks know of the domains: what the holistic question reads, and how its rows become an answer.
 * A domain may be rearranged behind this file. The matcher is reached through the command that runs it.
 */
export {
  AttendanceWeekRepository,
  type StoredWeek,
} from '../subgraphs/education/attendance/attendance-week.repository.js';
export { attendanceOf } from '../subgraphs/education/attendance/measures.js';
export { educationPolicy } from '../subgraphs/education/child/education.policy.js';
export { EnrolmentRepository } from '../subgraphs/education/enrolment/enrolment.repository.js';
export { isCurrent, type StoredEnrolment } from '../subgraphs/education/enrolment/stored-enrolment.js';
export { toSchool } from '../subgraphs/education/school/school.mapper.js';
export { toSenRecord } from '../subgraphs/education/sen/sen-record.mapper.js';
export { isOpen } from '../subgraphs/health/waiting-list/status.js';
export type { StoredEntry } from '../subgraphs/health/waiting-list/stored-entry.js';
export { toEntry } from '../subgraphs/health/waiting-list/waiting-list-entry.mapper.js';
export { WaitingListEntryRepository } from '../subgraphs/health/waiting-list/waiting-list-entry.repository.js';
export { waitingListPolicy } from '../subgraphs/health/waiting-list/waiting-list.policy.js';
export { toChild } from '../subgraphs/partnership/child/child.mapper.js';
export { childPolicy } from '../subgraphs/partnership/child/child.policy.js';
export { ChildRepository } from '../subgraphs/partnership/child/child.repository.js';
export type { StoredChild } from '../subgraphs/partnership/child/stored-child.js';
export { type StoredMember, TeamFactRepository } from '../subgraphs/partnership/team/team-fact.repository.js';
export { withPosts } from '../subgraphs/partnership/team/team.mapper.js';
export { teamOn } from '../subgraphs/partnership/team/team-on.js';
export { teamSources } from '../subgraphs/partnership/team/team-source.js';
export { toRecord } from '../subgraphs/social-care/child/social-care-record.mapper.js';
export { socialCarePolicy } from '../subgraphs/social-care/child/social-care.policy.js';
export { involvementOn } from '../subgraphs/social-care/involvement/involvement.js';
export {
  InvolvementRepository,
  type StoredInvolvement,
} from '../subgraphs/social-care/involvement/involvement.repository.js';
export { SocialWorkerPresenceRepository } from '../subgraphs/social-care/involvement/social-worker-presence.repository.js';
export { allocatedNow, cohortsOf, presentAlone } from '../subgraphs/virtual-school/cohort/cohorts-of.js';
export {
  type KeptAllocation,
  KeptAllocationRepository,
} from '../subgraphs/virtual-school/cohort/kept-allocation.repository.js';
export {
  type KeptInterval,
  KeptIntervalRepository,
} from '../subgraphs/virtual-school/cohort/kept-interval.repository.js';
export {
  PepToMakeRepository,
  type StoredPepToMake,
} from '../subgraphs/virtual-school/pep/duty/pep-to-make.repository.js';
export { currentFirst } from '../subgraphs/virtual-school/pep/personal-education-plan.mapper.js';
export {
  PersonalEducationPlanRepository,
  type StoredPlan,
} from '../subgraphs/virtual-school/pep/personal-education-plan.repository.js';
export { plansOf } from '../subgraphs/virtual-school/pep/plans-of.js';
export { virtualSchoolPolicy } from '../subgraphs/virtual-school/virtual-school.policy.js';

export { cursorOf } from '../subgraphs/health/waiting-list/listing/listing-page.js';
export type { HealthServices } from '../subgraphs/health/context.js';
export { WaitingStatus } from '../subgraphs/health/waiting-list/status.js';
export { WaitingListEntryUpdated } from '../subgraphs/health/waiting-list/update-entry.type.js';
