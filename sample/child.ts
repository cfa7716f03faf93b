import type { Provider, School, Worker } from './area.js';
import type { Suspension } from './suspension.js';

export type Sex = 'F' | 'M' | 'U';

/** How one agency writes a child down: agencies differ, and none of them is always right. */
export interface PersonRecord {
  readonly forename: string;
  readonly surname: string;
  /** Null for a child not yet born. */
  readonly dob: string | null;
  readonly postcode: string;
  readonly upn: string | null;
  readonly nhsNumber: string | null;
}

/** One school's roll entry; a move or a dual registration makes two. */
export interface Enrolment {
  readonly school: School;
  readonly ncYear: string;
  /** C single registration; M main and S subsidiary of a dual registration. */
  readonly status: 'C' | 'M' | 'S';
  readonly from: string;
  /** First day off the roll. */
  readonly until: string | null;
  readonly pattern: AttendancePattern;
}

/** What a register will show of this child at this school. */
export interface AttendancePattern {
  /** Share of possible sessions missed, 0 to 1. */
  readonly absence: number;
  /** Spreads the absence evenly, so that the rate holds whatever the as-at date: for story children. */
  readonly even?: boolean;
  /** By this school, in order of their days. */
  readonly suspensions?: readonly Suspension[];
  /** A part-time timetable (C2 every afternoon), half-open. */
  readonly partTime?: { readonly from: string; readonly until: string | null };
  /** The first day of an absence whose reason has not been given yet (N), and how many school days it lasts. */
  readonly unexplained?: { readonly from: string; readonly schoolDays: number };
  /** Registered and taught elsewhere from this day on: D every session. */
  readonly elsewhereFrom?: string;
  /** Below compulsory school age and not expected in the afternoon (X). */
  readonly mornings?: boolean;
}

export interface Schooling {
  readonly enrolments: readonly Enrolment[];
  readonly senProvision: 'N' | 'K' | 'E';
  readonly senNeeds: readonly string[];
  readonly freeMeals: boolean;
  readonly adoptedFromCare: 'N' | 'A' | 'G' | 'R' | 'C';
}

/** A dated interval, half-open; until is null while it holds. */
export interface Interval {
  readonly from: string;
  readonly until: string | null;
}

/** One CINdetails module of the census. */
export interface NeedEpisode extends Interval {
  readonly source: string;
  readonly needCode: string;
  readonly noFurtherAction?: boolean;
  readonly closure?: string;
  readonly assessment?: {
    readonly from: string;
    readonly authorisedOn: string | null;
    readonly factors: readonly string[];
  };
  readonly plans?: readonly Interval[];
  readonly enquiry?: { readonly from: string; readonly conferenceTarget: string; readonly conferenceOn: string | null };
  readonly protection?: Interval & {
    readonly category: string;
    readonly previous: number;
    readonly reviews: readonly string[];
  };
}

/** One row of the SSDA903 episodes table. */
export interface CareEpisode extends Interval {
  readonly reasonStarted: string;
  readonly legalStatus: string;
  readonly needCode: string;
  readonly placement: string;
  readonly placementProvider: string;
  readonly reasonEnded?: string;
  readonly reasonChanged?: string;
  readonly placementPostcode: string;
}

export interface SocialCare {
  readonly id: string;
  /** On the case list; a referral that led to nothing is in the census alone. */
  readonly listed: boolean;
  readonly allocations: readonly (Interval & { readonly worker: Worker })[];
  readonly disabilities: readonly string[];
  /** Why a UPN is missing from the returns, where it is. */
  readonly upnUnknown: string;
  readonly needs: readonly NeedEpisode[];
  readonly care: readonly CareEpisode[];
}

/** One entry of a provider's waiting list. */
export interface Wait {
  readonly provider: Provider;
  readonly ref: string;
  readonly service: string;
  readonly status: string;
  readonly statusOn: string;
  readonly priority: 'ROUTINE' | 'URGENT';
  readonly receivedOn: string;
  readonly nextStep: string;
  readonly nextAppointmentOn: string | null;
  readonly support: readonly string[];
  readonly referredBy: string;
  readonly reason: string;
  readonly clinician: string;
}

export interface Pep {
  readonly term: string;
  readonly dueOn: string;
  readonly completedOn: string | null;
  readonly quality: 'RED' | 'AMBER' | 'GREEN' | '';
  readonly pupilPremiumPlusPence: number;
  readonly allocatedPence: number;
  readonly designatedTeacherOn: string | null;
  readonly childViewsOn: string | null;
  readonly signedOffOn: string | null;
}

/** One fictional child: who they are, how each agency writes that down, and what each holds. */
export interface SampleChild {
  /** Seeds the child's attendance; unique in the area. */
  readonly key: string;
  readonly sex: Sex;
  readonly ethnicity: string;
  readonly preferredForename: string;
  readonly formerSurname: string;
  readonly formerUpn: string;
  readonly expectedDob: string | null;
  readonly atSchool: PersonRecord;
  readonly inCare: PersonRecord;
  readonly inHealth: PersonRecord;
  readonly schooling: Schooling | null;
  readonly socialCare: SocialCare | null;
  readonly waits: readonly Wait[];
  readonly peps: readonly Pep[];
}
