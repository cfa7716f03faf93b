import type { Answer, Fault } from '../gateway/answer.js';
import type { ChildCareQuery, ChildHeadQuery, ChildSchoolQuery } from '../gateway/operations.generated.js';
import { type Access, type DomainName, faultAt, type Shown, shown, shownRecord, within } from '../gateway/shown.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';

export type Head = NonNullable<ChildHeadQuery['child']>;
type School = NonNullable<ChildSchoolQuery['child']>;
type Care = NonNullable<ChildCareQuery['child']>;
export type Education = NonNullable<School['education']>;
export type VirtualSchool = NonNullable<School['virtualSchool']>;
export type Health = NonNullable<Care['health']>;
export type SocialCare = NonNullable<Care['socialCare']>;
export type Week = NonNullable<Education['attendance']>['weeks'][number];

/** Of the head alone the page’s status is decided: a child that is not there and one that may not be seen are one answer. */
export type HeadState =
  | { readonly state: 'found'; readonly head: Head }
  | { readonly state: 'absent' }
  | { readonly state: 'refused' }
  | { readonly state: 'unavailable' };

export function headState({ data, faults }: Answer<ChildHeadQuery>): HeadState {
  if (data?.child) return { state: 'found', head: data.child };
  const fault = faultAt(faults, ['child']) ?? faults[0];
  if (fault?.code === 'REFUSED') return { state: 'refused' };
  return fault && fault.code !== 'NOT_FOUND' && fault.code !== 'INVALID_INPUT'
    ? { state: 'unavailable' }
    : { state: 'absent' };
}

/** Everything a child’s page shows, each part in whichever of the six answers it has. */
export interface ChildView {
  readonly id: string;
  readonly name: string;
  /** What somebody in a hurry reads first, under the name. */
  readonly lead: string;
  readonly team: Shown<NonNullable<Head['team']>>;
  readonly attention: Shown<NonNullable<Head['attention']>>;
  readonly access: Shown<NonNullable<Head['access']>>;
  readonly education: Shown<Education>;
  readonly virtualSchool: Shown<VirtualSchool>;
  readonly health: Shown<Health>;
  readonly socialCare: Shown<SocialCare>;
  readonly weeks: Shown<readonly Week[]>;
}

interface Answers {
  readonly head: Head;
  readonly headFaults: readonly Fault[];
  readonly school: Answer<ChildSchoolQuery>;
  readonly care: Answer<ChildCareQuery>;
}

export function childView({ head, headFaults, school, care }: Answers): ChildView {
  const accessOf = (domain: DomainName): Access | undefined => head.access?.find((one) => one.domain === domain);
  const ofHead = <T>(field: string, value: T | null | undefined): Shown<T> =>
    listed(shown({ answer: { faults: headFaults }, path: ['child', field], domain: 'PARTNERSHIP', value }));
  const education = shownRecord({
    ...{ answer: school, path: ['child', 'education'], domain: 'EDUCATION' as const },
    ...{ value: school.data?.child?.education, access: accessOf('EDUCATION') },
  });
  return {
    id: head.id,
    name: nameText(head.name),
    lead: leadText(head),
    team: ofHead('team', head.team),
    attention: ofHead('attention', head.attention),
    access: ofHead('access', head.access),
    education,
    weeks: within(education, (record) => record.attendance?.weeks, accessOf('EDUCATION')?.outcome === 'FULL'),
    virtualSchool: shownRecord({
      ...{ answer: school, path: ['child', 'virtualSchool'], domain: 'VIRTUAL_SCHOOL' as const },
      ...{ value: school.data?.child?.virtualSchool, access: accessOf('VIRTUAL_SCHOOL') },
    }),
    health: shownRecord({
      ...{ answer: care, path: ['child', 'health'], domain: 'HEALTH' as const },
      ...{ value: care.data?.child?.health, access: accessOf('HEALTH') },
    }),
    socialCare: shownRecord({
      ...{ answer: care, path: ['child', 'socialCare'], domain: 'SOCIAL_CARE' as const },
      ...{ value: care.data?.child?.socialCare, access: accessOf('SOCIAL_CARE') },
    }),
  };
}

/** A list that is empty holds nothing. */
function listed<T>(found: Shown<T>): Shown<T> {
  return found.kind === 'held' && Array.isArray(found.value) && found.value.length === 0
    ? { kind: 'none', seesAll: true }
    : found;
}

function leadText({ name, age, dateOfBirth, diedOn, team }: Head): string {
  const called = name?.preferred && name.preferred !== name.given ? `Likes to be called ${name.preferred}.` : '';
  const died = diedOn === null ? '' : `Died on ${dayText(diedOn)}.`;
  const born = dateOfBirth === null ? 'Date of birth not known.' : `Born ${dayText(dateOfBirth)}.`;
  const lead = team?.find((member) => member.lead);
  const leads = lead ? `${lead.name}, ${lead.role}, leads.` : '';
  return [called, died, age === null ? '' : `Aged ${age}.`, born, leads].filter((part) => part !== '').join(' ');
}
