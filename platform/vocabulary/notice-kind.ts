/** What somebody must be told of a child. A kind is the domain's whose fact it is. */
export const noticeKinds = [
  'SUSPENSION',
  'PERMANENT_EXCLUSION',
  'ROLL_ENDED',
  'SCHOOL_MOVE',
  'PLACED_IN_ALTERNATIVE_PROVISION',
  'SOCIAL_CARE_CLOSED',
  'WAS_NOT_BROUGHT',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];
