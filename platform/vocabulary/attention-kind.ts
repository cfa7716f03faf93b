/**
 * What of a child needs attention, the most pressing first: what the law or a plan owes the child and nobody gives, then
 * absence, then what waits, then changes that those around the child should know of. A kind is the domain's whose fact it is.
 */
export const attentionKinds = [
  'SIXTH_DAY_WITHOUT_PROVISION',
  'PLAN_WITHOUT_WORKER',
  'NOT_ATTENDED',
  'SUSPENSION',
  'NEAR_45_DAYS',
  'UNEXPLAINED_ABSENCE',
  'ATTENDANCE_FELL',
  'PART_TIME',
  'WAS_NOT_BROUGHT',
  'WAIT_PAST_STANDARD',
  'REFERRAL_WITHOUT_FEEDBACK',
  'PEP_OVERDUE',
  'SCHOOL_MOVE',
  'WORKER_CHANGE',
] as const;

export type AttentionKind = (typeof attentionKinds)[number];
