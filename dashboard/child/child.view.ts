import type { Answer, Fault } from '../gateway/answer.js';
import type { ChildCareQuery, ChildHeadQuery, ChildSchoolQuery } from '../gateway/operations.generated.js';
import {
  type Absence,
  absenceIn,
  type Access,
  type DomainName,
  type Freshness,
  faultAt,
  type Shown,
  shown,
  shownRecord,
  within,
} from '../gateway/shown.js';
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
  /** What a missing part of a domain’s record means. */
  readonly absence: Readonly<Record<Exclude<DomainName, 'PARTNERSHIP'>, Absence>>;
}

interface Answers {
  readonly head: Head;
  readonly headFaults: readonly Fault[];
  readonly school: Answer<ChildSchoolQuery>;
  readonly care: Answer<ChildCareQuery>;
}

export function childView({ head, headFaults, school, care }: Answers): ChildView {
  const ofHead = <T>(field: string, value: T | null | undefined): Shown<T> =>
    shown({
      ...{ answer: { faults: headFaults }, path: ['child', field], domain: 'PARTNERSHIP' as const },
      ...{ value, seesAll: seesAll(head, 'PARTNERSHIP') },
    });
  const ofSchool = partOf(head, school);
  const ofCare = partOf(head, care);
  const education = ofSchool('EDUCATION', 'education', school.data?.child?.education);
  const virtualSchool = ofSchool('VIRTUAL_SCHOOL', 'virtualSchool', school.data?.child?.virtualSchool);
  const health = ofCare('HEALTH', 'health', care.data?.child?.health);
  const socialCare = ofCare('SOCIAL_CARE', 'socialCare', care.data?.child?.socialCare);
  return {
    ...{ id: head.id, name: nameText(head.name), lead: leadText(head) },
    ...{ team: ofHead('team', head.team), attention: ofHead('attention', head.attention) },
    access: ofHead('access', head.access),
    ...{ education: education.record, virtualSchool: virtualSchool.record },
    ...{ health: health.record, socialCare: socialCare.record },
    weeks: faultAt(school.faults, ['child', 'education', 'attendance'])
      ? { kind: 'unavailable', domain: 'EDUCATION' }
      : within(education.record, (record) => record.attendance?.weeks, seesAll(head, 'EDUCATION')),
    absence: {
      ...{ EDUCATION: education.absence, VIRTUAL_SCHOOL: virtualSchool.absence },
      ...{ HEALTH: health.absence, SOCIAL_CARE: socialCare.absence },
    },
  };
}

const accessOf = (head: Head, domain: DomainName): Access | undefined =>
  head.access?.find((one) => one.domain === domain);

/** Where it was not told what the reader sees, nothing is not taken for none. */
const seesAll = (head: Head, domain: DomainName): boolean => accessOf(head, domain)?.outcome === 'FULL';

/** A domain’s record of an answer, and what a missing part of it means. */
const partOf =
  (head: Head, answer: Answer<unknown>) =>
  <T extends Freshness>(domain: DomainName, field: string, value: T | null | undefined) => {
    const path = ['child', field];
    const all = seesAll(head, domain);
    return {
      record: shownRecord({ answer, path, domain, value, access: accessOf(head, domain), seesAll: all }),
      absence: absenceIn(answer.faults, path, all),
    };
  };

function leadText({ name, age, dateOfBirth, diedOn, team }: Head): string {
  const called = name?.preferred && name.preferred !== name.given ? `Likes to be called ${name.preferred}.` : '';
  const died = diedOn === null ? '' : `Died on ${dayText(diedOn)}.`;
  const born = dateOfBirth === null ? 'Date of birth not known.' : `Born ${dayText(dateOfBirth)}.`;
  const lead = team?.find((member) => member.lead);
  const leads = lead ? `${lead.name}, ${lead.role}, leads.` : '';
  return [called, died, age === null ? '' : `Aged ${age}.`, born, leads].filter((part) => part !== '').join(' ');
}
