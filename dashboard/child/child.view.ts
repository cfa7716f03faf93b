import { type Answer, type Fault, leavesOpen } from '../gateway/answer.js';
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
import type { TimelineData, WeekOfAttendance } from '../picture/timeline-axis.js';
import { nameText } from '../words/names.js';
import { calledText, captionText, leaderText, leadText, supportText } from './lead.js';
import type { Education, Head, Health, Risk, SocialCare, VirtualSchool } from './parts.js';
import { timelineOf } from './timeline.view.js';
import { type Told, toldEvents } from './told-events.js';

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
  return { state: leavesOpen(fault) ? 'unavailable' : 'absent' };
}

/** Everything a child’s page shows, each part in whichever of the six answers it has. */
export interface ChildView {
  readonly id: string;
  readonly name: string;
  /** What the child is called in headings. */
  readonly called: string;
  /** The school and year; null where no school is told. */
  readonly caption: string | null;
  /** What somebody in a hurry reads first, under the name, and who leads. */
  readonly lead: string;
  readonly leader: string | null;
  /** What support there is, which the lead says too. */
  readonly support: string;
  readonly today: string;
  readonly team: Shown<NonNullable<Head['team']>>;
  readonly attention: Shown<NonNullable<Head['attention']>>;
  readonly voices: Shown<NonNullable<Head['voices']>>;
  readonly actions: Shown<NonNullable<Head['actions']>>;
  readonly access: Shown<NonNullable<Head['access']>>;
  readonly education: Shown<Education>;
  readonly virtualSchool: Shown<VirtualSchool>;
  readonly health: Shown<Health>;
  readonly socialCare: Shown<SocialCare>;
  readonly weeks: Shown<readonly WeekOfAttendance[]>;
  /** What flags that the child could be excluded, and what was tried before. */
  readonly risk: Shown<Risk>;
  readonly timeline: TimelineData;
  readonly told: Told;
  /** What a missing part of a domain’s record means. */
  readonly absence: Readonly<Record<Exclude<DomainName, 'PARTNERSHIP'>, Absence>>;
}

interface Answers {
  readonly head: Head;
  readonly headFaults: readonly Fault[];
  readonly school: Answer<ChildSchoolQuery>;
  readonly care: Answer<ChildCareQuery>;
  /** The twelve months: from a Monday up to today. */
  readonly from: string;
  readonly today: string;
}

export function childView({ head, headFaults, school, care, from, today }: Answers): ChildView {
  const ofHead = headPart(head, headFaults);
  const { records, absence } = recordsOf(head, school, care);
  const { education, socialCare } = records;
  const parts = { ...records, absence };
  return {
    ...{ id: head.id, name: nameText(head.name), called: calledText(head), today },
    ...{
      caption: captionText(education, today),
      lead: leadText(head, education, socialCare),
      leader: leaderText(head),
      support: supportText(education, socialCare),
    },
    ...{ team: ofHead('team', head.team), attention: ofHead('attention', head.attention) },
    ...{ voices: ofHead('voices', head.voices), actions: ofHead('actions', head.actions) },
    ...{ access: ofHead('access', head.access), ...records, absence },
    weeks:
      education.kind !== 'refused' && faultAt(school.faults, ['child', 'education', 'twelveMonths'], 'EDUCATION')
        ? { kind: 'unavailable', domain: 'EDUCATION' }
        : within(education, (record) => record.twelveMonths?.weeks, seesAll(head, 'EDUCATION')),
    risk: riskOf(school, education),
    timeline: timelineOf(parts, from, today),
    told: toldEvents(parts, from, today),
  };
}

/** Part of the record, and shown to fewer. That there is none is said of what the reader may see. */
const riskOf = (answer: Answer<ChildSchoolQuery>, record: Shown<Education>): Shown<Risk> =>
  record.kind === 'held' || record.kind === 'late'
    ? shown({
        ...{ answer, path: ['child', 'education', 'riskOfExclusion'], domain: 'EDUCATION' as const, seesAll: false },
        value: record.value.riskOfExclusion,
      })
    : record;

const headPart =
  (head: Head, faults: readonly Fault[]) =>
  <T>(field: string, value: T | null | undefined): Shown<T> =>
    shown({
      ...{ answer: { faults }, path: ['child', field], domain: 'PARTNERSHIP' as const },
      ...{ value, seesAll: seesAll(head, 'PARTNERSHIP') },
    });

function recordsOf(head: Head, school: Answer<ChildSchoolQuery>, care: Answer<ChildCareQuery>) {
  const ofSchool = partOf(head, school);
  const ofCare = partOf(head, care);
  const education = ofSchool('EDUCATION', 'education', school.data?.child?.education);
  const virtualSchool = ofSchool('VIRTUAL_SCHOOL', 'virtualSchool', school.data?.child?.virtualSchool);
  const health = ofCare('HEALTH', 'health', care.data?.child?.health);
  const socialCare = ofCare('SOCIAL_CARE', 'socialCare', care.data?.child?.socialCare);
  return {
    records: {
      ...{ education: education.record, virtualSchool: virtualSchool.record },
      ...{ health: health.record, socialCare: socialCare.record },
    },
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
      absence: absenceIn(answer.faults, path, all, domain),
    };
  };
