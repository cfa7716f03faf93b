import type { ChildCareQuery, ChildHeadQuery, ChildSchoolQuery } from '../gateway/operations.generated.js';

// What a child’s page is made of, as the three operations answer it.
type School = NonNullable<ChildSchoolQuery['child']>;
type Care = NonNullable<ChildCareQuery['child']>;

export type Head = NonNullable<ChildHeadQuery['child']>;
export type Education = NonNullable<School['education']>;
export type VirtualSchool = NonNullable<School['virtualSchool']>;
export type Health = NonNullable<Care['health']>;
export type SocialCare = NonNullable<Care['socialCare']>;
export type Suspension = NonNullable<Education['suspensions']>['items'][number];
export type Risk = NonNullable<Education['riskOfExclusion']>;
export type Enrolment = NonNullable<Education['enrolments']>[number];
export type Wait = NonNullable<Health['waiting']>[number];
