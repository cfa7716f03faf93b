/**
 * The purposes a request may be made for. Which a caller may use is in the token; which a rule allows, in the policy.
 * ATTENDANCE: that children of the area go to school (Education Act 1996 sections 436A and 437). EXCLUSION: what the council
 * owes to those who are suspended or excluded from one (Education Act 1996 section 19).
 */
export const purposes = [
  'DIRECT_CARE',
  'EHC_ASSESSMENT',
  'ATTENDANCE',
  'EXCLUSION',
  'SAFEGUARDING',
  'VIRTUAL_SCHOOL_DUTY',
  'EARLY_HELP',
  'TEAM_AROUND_SCHOOL',
  'SERVICE_PLANNING',
  'MATCHING',
  'INGEST',
  'SUBJECT_ACCESS',
  'AUDIT',
] as const;

export type Purpose = (typeof purposes)[number];

/** What a school asks for, to support a child. */
export const schoolSupport = [
  'TEAM_AROUND_SCHOOL',
  'EHC_ASSESSMENT',
  'EARLY_HELP',
] as const satisfies readonly Purpose[];
