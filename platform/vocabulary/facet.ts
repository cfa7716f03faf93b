import type { IdentifierType } from './identifier-type.js';

/** As what somebody is to be told of what happens to a child: whose duty it is to hear of it. */
export const toldAs = [
  'TOLD_AS_SOCIAL_WORKER',
  'TOLD_AS_VIRTUAL_SCHOOL_HEAD',
  'TOLD_AS_VIRTUAL_SCHOOL_ADVISER',
  'TOLD_AS_SCHOOL',
] as const;

export type ToldAs = (typeof toldAs)[number];

/**
 * What only some of those who see a record see in it. HISTORY: what was and is no more. SENSITIVE_SERVICE: which health
 * service it is, where its name is not told outside health. AGENDA: what the team around a school is to discuss, and what
 * child and parents said for it. TOLD_AS: the notices of the domain's facts that are for those who
 * have that duty. The others: the child's number of that kind. A rule names the facets it opens; what stands under none is
 * seen with the tier.
 */
export type Facet = 'HISTORY' | 'SENSITIVE_SERVICE' | 'AGENDA' | ToldAs | `${IdentifierType}`;

type FacetGroup = readonly [Facet, ...Facet[]];

/** The facets of the numbers that education, and the council's SEND team with it, knows a child by. */
export const educationNumbers = ['UPN', 'ULN'] as const satisfies FacetGroup;

/** Of every number there is. */
export const everyNumber = [...educationNumbers, 'NHS_NUMBER', 'SOCIAL_CARE_ID'] as const satisfies FacetGroup;
