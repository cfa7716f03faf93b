// Written by dashboard/gateway/write-operations.ts from schema/operations and the supergraph; do not edit it here.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Who is one in figures of a school’s attendance. The two differ where a child is on two rolls, or comes back to a school. */
export type AttendanceBasis =
  /** A child, all of whose registers are taken as one: a session counts once, at the school whose mark prevails (attended, then authorised absence, then unauthorised; between equals the main school’s). */
  | 'CHILD'
  /** An unbroken time on the school’s roll, from the school’s own register: as the department counts, and as what stands beside the figures is counted. */
  | 'ENROLMENT';

/** What absence from one school may come to, so that somebody is to act on it. None of them says what is to be done: support comes first. */
export type AttendanceThresholdKind =
  /** Illness on fifteen school days of a school year, counted in school days. */
  | 'FIFTEEN_DAYS_ILL'
  /** Ten school days running of unauthorised absence, counted in school days. */
  | 'TEN_DAYS_UNAUTHORISED'
  /** Ten sessions of unauthorised absence within ten school weeks, counted in sessions. */
  | 'TEN_SESSIONS_UNAUTHORISED'
  /** No reason given yet on two school days running, counted in school days. */
  | 'TWO_DAYS_UNEXPLAINED';

/** What is known of a week of a child’s register. NOT_RECEIVED is not zero: nobody told us. */
export type AttendanceWeekState =
  /** The school was closed all week: a holiday, or days for training. */
  | 'CLOSED'
  /** No mark of the child has reached the hub. */
  | 'NOT_RECEIVED'
  /** The school was open and told us of the child. */
  | 'OPEN';

/** Whose facts these are: each domain keeps its own rows and decides who may see them. */
export type Domain =
  /** Schools, attendance, SEN and EHC plans. */
  | 'EDUCATION'
  /** Health services, referrals and waiting lists. */
  | 'HEALTH'
  /** Who a child is and who is around them. */
  | 'PARTNERSHIP'
  /** Early help, social work, protection plans and looked-after children. */
  | 'SOCIAL_CARE'
  /** The education of children with a social worker. */
  | 'VIRTUAL_SCHOOL';

/** The level of special educational provision. */
export type SenProvision =
  /** An education, health and care plan (census code E). */
  | 'EHC_PLAN'
  /** No special educational provision (census code N). */
  | 'NONE'
  /** SEN support in school (census code K). */
  | 'SEN_SUPPORT';

/** How a pupil is kept out of school. Source: the school census’s categories SUSP, LNCH and PERM. */
export type SuspensionCategory =
  /** For a number of lunchtimes, each of which counts as half a school day. */
  | 'LUNCHTIME'
  /** For good: a permanent exclusion. */
  | 'PERMANENT'
  /** For a number of sessions. */
  | 'SUSPENSION';

/** What figures of provision from the sixth day are divided by. */
export type SixthDayDimension =
  /** Who owes the provision: SCHOOL during suspensions, COUNCIL after a permanent exclusion. */
  | 'DUTY_HOLDER'
  /** The school that suspended or excluded the child, by its URN. */
  | 'SCHOOL';

/** What figures of suspensions are divided by. What is not known is a group of its own, `UNKNOWN`. By cohorts of social care: `cohortSuspensions`. */
export type SuspensionDimension =
  /** Whether eligible for free school meals on the same day: YES, NO or UNKNOWN. */
  | 'FREE_SCHOOL_MEALS'
  /** That school’s phase of education, as the register of schools has it. */
  | 'PHASE'
  /** The school that suspended the pupil, or whose roll the pupil is on, by its URN. */
  | 'SCHOOL'
  /** The special educational provision that rolls showed on the first day of the suspension; of pupils, on the day they are counted. */
  | 'SEN_PROVISION';

/** What figures of unidentified special educational needs are divided by. */
export type UnidentifiedSenDimension =
  /** SUSPENSION or PERMANENT, as `SuspensionCategory`. */
  | 'CATEGORY'
  /** The school that suspended or excluded the child, by its URN. */
  | 'SCHOOL';

/** Where a referral stands with a service. The last five are final. */
export type WaitingStatus =
  /** Accepted; waiting for an appointment. */
  | 'ACCEPTED_WAITING'
  /** A first appointment is booked. */
  | 'BOOKED'
  /** The child was not brought to, or missed, the appointment. */
  | 'DID_NOT_ATTEND'
  /** The service has ended its involvement. */
  | 'DISCHARGED'
  /** Should never have been recorded: in no list, and no reason any more to show the provider the child. */
  | 'ENTERED_IN_ERROR'
  /** The service has asked the referrer for more before it decides. */
  | 'INFO_NEEDED'
  /** Treatment or intervention has begun. */
  | 'IN_TREATMENT'
  /** Held for a local reason. The wait goes on counting. */
  | 'ON_HOLD'
  /** Sent on to another service, where a new entry keeps the date it was received. */
  | 'REDIRECTED'
  /** The service has received the referral. */
  | 'REFERRED'
  /** The service did not accept the referral. */
  | 'REJECTED'
  /** Seen for the first time: the wait ends here. */
  | 'SEEN_FIRST'
  /** The service is deciding whether it can help. */
  | 'TRIAGE'
  /** The family or the referrer took the referral back. */
  | 'WITHDRAWN';

/** Who cancelled an appointment. */
export type AppointmentCanceller =
  /** The family, or the young person. */
  | 'FAMILY'
  /** The provider. */
  | 'PROVIDER';

/** Where a clock with a limit stands. */
export type ClockState =
  /** Past its limit; stays so when stopped late. */
  | 'BREACHED'
  /** Running, inside the warning period before the limit. */
  | 'DUE_SOON'
  /** The limit is lifted; the days go on counting. */
  | 'EXCEPTION'
  /** Running, with more time left than the warning period. */
  | 'ON_TRACK'
  /** Stopped in time. */
  | 'STOPPED';

/** Whose word of an entry is taken where a provider’s file and the hub differ. */
export type ConflictSide =
  /** What the provider’s file said; what was changed here stays in the history. */
  | 'FILE'
  /** What stands in the hub; the provider’s own system is to be put right. */
  | 'HUB';

/** A health service whose waiting list the partnership shares. */
export type HealthService =
  /** Child and adolescent (children and young people's) mental health service. */
  | 'CAMHS'
  /** Community paediatrics. */
  | 'COMMUNITY_PAEDIATRICS'
  /** A health service that is not named outside health. Only ever told: INVALID_INPUT where it is asked for. */
  | 'HEALTH_SERVICE'
  /** A mental health support team in schools. */
  | 'MENTAL_HEALTH_SUPPORT_TEAM'
  /** Autism and ADHD assessment. */
  | 'NEURODEVELOPMENTAL'
  /** Occupational therapy. */
  | 'OCCUPATIONAL_THERAPY'
  /** Physiotherapy. */
  | 'PHYSIOTHERAPY'
  /** Speech and language therapy. */
  | 'SALT'
  /** School nursing. */
  | 'SCHOOL_NURSING';

/** What figures of referrals are divided by. What is not known is a group of its own, `UNKNOWN`. */
export type ReferralsDimension =
  /** Years of age on the day the referral was received, in the bands of the Mental Health Services Monthly Statistics (NHS England): 0-5, 6-10, 11-15, 16, 17, 18, 19, 20-24; 25+ stands for those after. */
  | 'AGE'
  /** The published ethnic category of the NHS, A to S, or Z for not stated, as the provider’s list gives it. */
  | 'ETHNICITY'
  /** The service that the child was first referred to. */
  | 'SERVICE'
  /** FEMALE or MALE, as the provider’s list gives it. */
  | 'SEX'
  /** The published code of the source of referral, as the provider’s list gives it. */
  | 'SOURCE';

/** What figures of waiting are divided by. */
export type WaitingTimesDimension =
  /** The published band of the wait, in weeks (NHS community health services situation report): each band is told, also one in which nobody waits. */
  | 'BAND'
  /** The provider that keeps the list. */
  | 'PROVIDER'
  /** The service waited for. */
  | 'SERVICE'
  /** Where the referral stood at the end of the day. */
  | 'STATUS';

/** By which rules the clock of a wait runs and stops. A closure stops every clock. */
export type StandardKind =
  /** Community services: stops at the first contact. Not referral to treatment (NHS England, community health services situation report). */
  | 'COMMUNITY_18'
  /** Children’s mental health, ages 0 to 17 at referral: stops at the latest of first contact, baseline outcome measure and care plan or intervention (NHS England). */
  | 'FOUR_WEEKS'
  /** Set by the partnership or the provider: stops at the first contact. */
  | 'LOCAL'
  /** Consultant-led referral to treatment: stops at first treatment, or a decision not to treat; starts anew after a properly offered first appointment was missed, and with a new period (NHS England). */
  | 'RTT_18';

/** How much of a domain’s record the reader may see. */
export type AccessOutcome =
  /** Only that something is held. */
  | 'EXISTENCE_ONLY'
  /** All that the domain’s policy shares. */
  | 'FULL'
  /** Nothing. */
  | 'NOT_SHARED'
  /** Without what would tell where the child is, and without names and words of people around the child. */
  | 'REDACTED';

/** A kind of number by which a body outside the hub knows a child. */
export type IdentifierType =
  /** NHS number: ten digits, the last a modulus-11 check. */
  | 'NHS_NUMBER'
  /** A council's own number for a child: one number space a council. */
  | 'SOCIAL_CARE_ID'
  /** Unique learner number: ten digits, from age 14. */
  | 'ULN'
  /** Unique pupil number: 13 characters, the first a check letter. */
  | 'UPN';

/** Why a person has to look. */
export type MatchReviewKind =
  /** Something they share says one child, and something else says two. */
  | 'CONFLICT'
  /** They may be twins, or another brother or sister. */
  | 'TWIN'
  /** Much is alike, and not enough to be sure. */
  | 'UNCERTAIN';

/** Whether anybody told the hub who works at a school. */
export type SchoolDirectoryState =
  /** None ever came: that is not to say that its posts are vacant. */
  | 'NOT_RECEIVED'
  /** A directory of the school came. */
  | 'RECEIVED';

/** What somebody is to a school, or to a cluster of schools. */
export type SchoolPostRole =
  /** A specialist teacher who advises the school. */
  | 'ADVISORY_TEACHER'
  /** Who links the school with child and adolescent mental health services. */
  | 'CAMHS_LINK_WORKER'
  /** Who leads on safeguarding. Source: Keeping children safe in education, part two and annex C. */
  | 'DESIGNATED_SAFEGUARDING_LEAD'
  /** Who promotes the achievement of children looked after and previously looked after. Source: Children and Young Persons Act 2008, section 20. */
  | 'DESIGNATED_TEACHER'
  /** The educational psychologist linked with the school. */
  | 'EDUCATIONAL_PSYCHOLOGIST'
  /** Somebody of the mental health support team that serves the school. */
  | 'MENTAL_HEALTH_SUPPORT_TEAM'
  /** Special educational needs co-ordinator. Source: Children and Families Act 2014, section 67. */
  | 'SENCO'
  /** Who leads the team around the school, usually for early help. */
  | 'TEAM_AROUND_SCHOOL_LEAD';

/** Whether anybody holds a post. */
export type SchoolPostState =
  /** Somebody holds it. */
  | 'HELD'
  /** Not known: the directory has a row of it that could not be taken, and nothing was held before. */
  | 'NOT_RECEIVED'
  /** Nobody holds it: the holder has ended, or the directory names nobody. */
  | 'VACANT';

/** CHILD_IN_NEED is an open Child in Need plan; an open referral or assessment without a plan is ASSESSMENT. The census's wider 'in need' includes protection plans and looked after. */
export type SocialCareStatus =
  /** An open referral or assessment without a plan. */
  | 'ASSESSMENT'
  /** On a Child in Need plan. */
  | 'CHILD_IN_NEED'
  /** On a child protection plan. */
  | 'CHILD_PROTECTION'
  /** Known before; nothing open now. */
  | 'CLOSED'
  /** Early help, below the threshold for a social worker. */
  | 'EARLY_HELP'
  /** In the care of family or friends under an order or a declared arrangement. */
  | 'KINSHIP'
  /** Looked after by the local authority, short-break series apart. */
  | 'LOOKED_AFTER'
  /** Left care through adoption or a special guardianship or child arrangements order. */
  | 'PREVIOUSLY_LOOKED_AFTER';

/** A group of children whose education the Virtual School Head follows. A child is in it by the day, and may be in several. */
export type Cohort =
  /** On a Child in Need plan on the day; not the wider "in need" of the census. Source: CIN census, CINPlanDates. */
  | 'CHILD_IN_NEED'
  /** On a child protection plan on the day. Source: CIN census, CPPstartDate and CPPendDate. */
  | 'CHILD_PROTECTION'
  /** From the first day with a social worker on, without end. Having left care counts, and so does a Child in Need plan on days for which nobody but a social worker is named, since until 2023 only one could lead it. Source: Promoting the education of children with a social worker, 2021 and 2024. */
  | 'EVER_SOCIAL_WORKER'
  /** On a Child in Need plan, on a child protection plan or looked after on any day of the six years up to and including the day. Source: after the Department for Education’s "children in need in the last six years" (CIN6), by the day instead of by census year. */
  | 'IN_NEED_SIX_YEARS'
  /** In the care of a relative or friend who is the child’s special guardian. Source: SSDA903, reason episode ceased; the Virtual School Head’s role in kinship care since September 2024. */
  | 'KINSHIP'
  /** Looked after on the day, without series of short breaks (legal statuses V3 and V4): a duty to each child. Source: Children Act 1989 sections 22 and 22(3A); SSDA903. */
  | 'LOOKED_AFTER'
  /** On a child protection plan or a Child in Need plan on the day. */
  | 'ON_PLAN'
  /** Left care through adoption or a guardianship or child arrangements order, and not looked after again. Source: SSDA903, reason episode ceased; Children Act 1989 section 23ZZA. */
  | 'PREVIOUSLY_LOOKED_AFTER'
  /** With a social worker on the day: one is allocated, or the child is on a child protection plan or looked after, which a social worker always leads. A Child in Need plan alone is not enough: since 2023 somebody else may lead it. Source: Working Together to Safeguard Children 2023. */
  | 'SOCIAL_WORKER_NOW';

/** What figures of a cohort are divided by, and how a group is then named. */
export type CohortDimension =
  /** Whether eligible for free school meals on that day: YES, NO or UNKNOWN. */
  | 'FREE_SCHOOL_MEALS'
  /** That school’s phase of education, as the register of schools has it. */
  | 'PHASE'
  /** The school whose mark of the session prevailed, by its URN. */
  | 'SCHOOL'
  /** The special educational provision on the first day counted in the week; UNKNOWN where no roll shows it. */
  | 'SEN_PROVISION'
  /** The team of social care that held the case on the day, by its name; empty where none did. */
  | 'SOCIAL_WORK_TEAM'
  /** The term that the week’s Wednesday is in, for example 2026/27 Autumn: September to December, January to March, April to August. */
  | 'TERM'
  /** The school week, by the date of its Monday. */
  | 'WEEK';

/** What figures of the suspensions of each cohort are divided by. What is not known is a group of its own, `UNKNOWN`. */
export type CohortSuspensionDimension =
  /** Whether eligible for free school meals on the same day: YES, NO or UNKNOWN. */
  | 'FREE_SCHOOL_MEALS'
  /** That school’s phase of education, as the register of schools has it. */
  | 'PHASE'
  /** The school that suspended the child, or where the child had a session, by its URN. */
  | 'SCHOOL'
  /** The special educational provision on the first day of the suspension; of sessions, on the first day counted in the week. */
  | 'SEN_PROVISION';

/** The virtual school's judgement of a completed Personal Education Plan. */
export type PepQuality =
  /** Meets it in part; to be improved. */
  | 'AMBER'
  /** Meets the standard. */
  | 'GREEN'
  /** Does not meet the standard; to be done again. */
  | 'RED';

/** What makes a child’s week one to look at. The rules are the partnership’s own. */
export type TriangulationAlertKind =
  /** At least ten points below the per cent over the four calendar weeks before, of which any with no possible session is left out. */
  | 'DROP'
  /** A session marked as absent by a part-time timetable (code C2). */
  | 'PART_TIME'
  /** A main enrolment at another school that begins in the week. */
  | 'SCHOOL_MOVE'
  /** A suspension or permanent exclusion that begins in the week and was not cancelled. Told as far as schools’ files of suspensions have come. */
  | 'SUSPENSION'
  /** Absent with no reason given yet (code N) on each of two school days running, the second of them in the week; a day on which nothing could be attended is stepped over. */
  | 'UNEXPLAINED'
  /** An allocation to a worker that begins in the week and follows another. */
  | 'WORKER_CHANGE';

/** Which thresholds of attendance are meant; all that are reached where nothing is given. */
export type AttendanceThresholdFilter = {
  /** Of these kinds alone. */
  readonly kinds?: ReadonlyArray<AttendanceThresholdKind> | null | undefined;
  /** At the school of this unique reference number alone. At most 100 characters. */
  readonly schoolUrn?: string | number | null | undefined;
};

/** A change to one entry of the signed-in person’s own provider. */
export type UpdateWaitingListEntryInput = {
  /** The day a baseline outcome measure was recorded, from receipt to today: one of the three that stop the four-week clock. Left as it is when not given. */
  readonly baselineOutcomeOn?: string | null | undefined;
  /** For a booking that was cancelled: by whom. A cancellation by anybody leaves every clock running. */
  readonly cancelledBy?: AppointmentCanceller | null | undefined;
  /** The day a care plan was agreed or an intervention began, from receipt to today: one of the three that stop the four-week clock. Left as it is when not given. */
  readonly carePlanOn?: string | null | undefined;
  /** The earlier change, by its id in the history, that this one puts right: it stays as it was written and counts for nothing. What remains must be steps that may follow one another. At most 20 characters. */
  readonly corrects?: string | number | null | undefined;
  /** The day it took effect: not before the referral was received, not after today. */
  readonly effectiveOn: string;
  /** The version that was seen; another means somebody changed it since. */
  readonly expectedVersion: number;
  /** For BOOKED: whether it is the first appointment of this referral. False when not given. */
  readonly firstAppointment?: boolean | null | undefined;
  /** The entry. At most 100 characters. */
  readonly id: string | number;
  /** The same key again gives the same answer and no second effect. After ENTERED_IN_ERROR a provider to whom nothing else connects the child is answered as for an entry that does not exist. At most 200 characters. */
  readonly idempotencyKey: string | number;
  /** The next appointment, for BOOKED the one that is booked; left as it is when not given, but none is left when a booking ends or the entry closes. */
  readonly nextAppointmentOn?: string | null | undefined;
  /** What the provider will do next; left as it is when not given. At most 500 characters. */
  readonly nextStep?: string | null | undefined;
  /** For BOOKED: whether it was offered with reasonable notice and choice. Only a first appointment offered so nullifies a referral-to-treatment clock when it is missed (NHS England, RTT rules suite). False when not given. */
  readonly properlyOffered?: boolean | null | undefined;
  /** Required for REJECTED, REDIRECTED, ON_HOLD, WITHDRAWN and DISCHARGED. At most 500 characters. */
  readonly reason?: string | null | undefined;
  /** For REDIRECTED, and required there: the ODS code of the provider the child is sent on to, the same one for another of its services. The wait goes on there, in a new entry that keeps the day the referral was received. At most 10 characters. */
  readonly redirectProviderId?: string | number | null | undefined;
  /** For REDIRECTED, and required there: the service the child is sent on to, by its name. */
  readonly redirectTo?: HealthService | null | undefined;
  /** The referral-to-treatment period status code of this step (NHS Data Dictionary): 30, 31, 32, 34, 35 and 36 stop the clock, 10, 11 (after active monitoring) and 12 start a new period where none runs. At most 2 characters. */
  readonly rttStatus?: string | null | undefined;
  /** What can be used while waiting; left as it is when not given. At most 20, each of at most 200 characters. */
  readonly supportWhileWaiting?: ReadonlyArray<string> | null | undefined;
  /** The status it takes; the one it has, while it is open, where no more than a date, the next step, support, a later appointment or a referral-to-treatment code is said. */
  readonly to: WaitingStatus;
  /** For DID_NOT_ATTEND: whether the child was not brought, which is a matter of safeguarding. False when not given. */
  readonly wasNotBrought?: boolean | null | undefined;
};

/** Which entries are meant: those of which all that is given is so. */
export type WaitingListFilter = {
  /** Those whose clock is past its standard, or those whose clock is not. */
  readonly breached?: boolean | null | undefined;
  /** Of this provider’s lists, by its ODS code. A provider’s staff are listed their own unless they name another. At most 100 characters. */
  readonly providerId?: string | number | null | undefined;
  /** Of children on this school’s roll. For whoever works at a school: their own, and nothing of another. INVALID_INPUT to everyone else, for health holds no rolls. At most 100 characters. */
  readonly schoolUrn?: string | number | null | undefined;
  /** Of one of these services, by name: one that is not named to you is found by none. */
  readonly services?: ReadonlyArray<HealthService> | null | undefined;
  /** Standing in one of these; in any where not given. What was entered in error is in no list. */
  readonly statuses?: ReadonlyArray<WaitingStatus> | null | undefined;
  /** Waiting, or having waited, this many whole weeks or more: 0 to 2,000. */
  readonly waitingAtLeastWeeks?: number | null | undefined;
};

export type SignedInQueryVariables = Exact<{ [key: string]: never }>;

export type SignedInQuery = {
  readonly me: {
    readonly name: string;
    readonly role: string;
    readonly purposes: ReadonlyArray<string>;
    readonly organisation: { readonly id: string; readonly name: string | null; readonly kind: string | null };
  } | null;
};

export type ChildHeadQueryVariables = Exact<{
  id: string | number;
}>;

export type ChildHeadQuery = {
  readonly child: {
    readonly id: string;
    readonly dateOfBirth: string | null;
    readonly age: number | null;
    readonly diedOn: string | null;
    readonly name: {
      readonly given: string | null;
      readonly family: string | null;
      readonly preferred: string | null;
    } | null;
    readonly team: ReadonlyArray<{
      readonly name: string;
      readonly role: string;
      readonly lead: boolean;
      readonly since: string | null;
      readonly contact: string | null;
      readonly domain: Domain;
      readonly organisation: { readonly id: string; readonly name: string | null } | null;
    }> | null;
    readonly voices: ReadonlyArray<{
      readonly by: string;
      readonly on: string | null;
      readonly words: string;
      readonly concerning: string;
    }> | null;
    readonly actions: ReadonlyArray<{
      readonly id: string;
      readonly version: number;
      readonly what: string;
      readonly owner: string;
      readonly dueOn: string | null;
      readonly doneOn: string | null;
      readonly ownerOrganisation: { readonly name: string | null } | null;
    }> | null;
    readonly attention: ReadonlyArray<{
      readonly kind: string;
      readonly domain: Domain;
      readonly fact: string;
      readonly since: string | null;
    }> | null;
    readonly access: ReadonlyArray<{
      readonly domain: Domain;
      readonly outcome: AccessOutcome;
      readonly because: string;
    }> | null;
  } | null;
};

export type ChildSchoolQueryVariables = Exact<{
  id: string | number;
  from?: string | null | undefined;
  lastYear?: string | null | undefined;
}>;

export type ChildSchoolQuery = {
  readonly child: {
    readonly id: string;
    readonly education: {
      readonly asAt: string | null;
      readonly stale: boolean;
      readonly sources: ReadonlyArray<{
        readonly source: string;
        readonly lastReceived: string | null;
        readonly expectedEvery: string | null;
        readonly stale: boolean;
      }>;
      readonly enrolments: ReadonlyArray<{
        readonly yearGroup: string | null;
        readonly from: string;
        readonly until: string | null;
        readonly status: string;
        readonly school: { readonly urn: string; readonly name: string };
      }> | null;
      readonly attendance: {
        readonly from: string;
        readonly to: string;
        readonly possible: number;
        readonly attended: number;
        readonly attendancePercent: number | null;
        readonly persistentlyAbsent: boolean | null;
        readonly lastAttendedOn: string | null;
      } | null;
      readonly attendanceThresholds: ReadonlyArray<{
        readonly kind: AttendanceThresholdKind;
        readonly rule: string;
        readonly source: string;
        readonly count: number;
        readonly limit: number;
        readonly reachedOn: string | null;
        readonly unmarkedDays: number;
        readonly school: { readonly name: string };
      }> | null;
      readonly twelveMonths: {
        readonly weeks: ReadonlyArray<{
          readonly weekBeginning: string;
          readonly state: AttendanceWeekState;
          readonly possible: number;
          readonly attended: number;
          readonly authorisedAbsence: number;
          readonly unauthorisedAbsence: number;
        }>;
      } | null;
      readonly sen: {
        readonly provision: SenProvision;
        readonly needs: ReadonlyArray<{ readonly code: string; readonly label: string }>;
        readonly history: ReadonlyArray<{
          readonly provision: SenProvision;
          readonly from: string;
          readonly until: string | null;
        }>;
      } | null;
      readonly suspensions: {
        readonly schoolDaysThisYear: number;
        readonly schoolDaysLeftOf45: number;
        readonly limitWarning: string | null;
        readonly items: ReadonlyArray<{
          readonly startedOn: string;
          readonly category: SuspensionCategory;
          readonly sessions: number | null;
          readonly lunchtimes: number | null;
          readonly cancelledOn: string | null;
        }>;
      } | null;
      readonly riskOfExclusion: {
        readonly flaggedOn: string;
        readonly because: string;
        readonly reviewedOn: string | null;
        readonly reviews: ReadonlyArray<{
          readonly reviewedOn: string;
          readonly interventionsTried: ReadonlyArray<string>;
          readonly recordedBy: string;
          readonly pupilVoice: {
            readonly by: string;
            readonly on: string | null;
            readonly words: string;
            readonly concerning: string;
          } | null;
        }>;
      } | null;
      readonly suspensionsLastYear: {
        readonly items: ReadonlyArray<{
          readonly startedOn: string;
          readonly category: SuspensionCategory;
          readonly sessions: number | null;
          readonly lunchtimes: number | null;
          readonly cancelledOn: string | null;
        }>;
      } | null;
    } | null;
    readonly virtualSchool: {
      readonly asAt: string | null;
      readonly stale: boolean;
      readonly cohorts: ReadonlyArray<Cohort>;
      readonly sources: ReadonlyArray<{
        readonly source: string;
        readonly lastReceived: string | null;
        readonly expectedEvery: string | null;
        readonly stale: boolean;
      }>;
      readonly peps: ReadonlyArray<{
        readonly term: string;
        readonly dueOn: string;
        readonly completedOn: string | null;
        readonly quality: PepQuality | null;
        readonly state: ClockState;
      }> | null;
    } | null;
  } | null;
};

export type ChildCareQueryVariables = Exact<{
  id: string | number;
}>;

export type ChildCareQuery = {
  readonly child: {
    readonly id: string;
    readonly health: {
      readonly asAt: string | null;
      readonly stale: boolean;
      readonly sources: ReadonlyArray<{
        readonly source: string;
        readonly lastReceived: string | null;
        readonly expectedEvery: string | null;
        readonly stale: boolean;
      }>;
      readonly waiting: ReadonlyArray<{
        readonly id: string;
        readonly service: HealthService;
        readonly status: WaitingStatus;
        readonly receivedOn: string;
        readonly daysWaiting: number;
        readonly weeksWaiting: number;
        readonly endedBecause: string | null;
        readonly nextStep: string | null;
        readonly nextAppointmentOn: string | null;
        readonly supportWhileWaiting: ReadonlyArray<string>;
        readonly provider: { readonly name: string | null } | null;
        readonly clock: {
          readonly standard: string;
          readonly state: ClockState;
          readonly breachOn: string | null;
        } | null;
        readonly voices: ReadonlyArray<{
          readonly by: string;
          readonly on: string | null;
          readonly words: string;
          readonly concerning: string;
        }> | null;
      }> | null;
    } | null;
    readonly socialCare: {
      readonly asAt: string | null;
      readonly stale: boolean;
      readonly status: SocialCareStatus | null;
      readonly hasSocialWorker: boolean | null;
      readonly sources: ReadonlyArray<{
        readonly source: string;
        readonly lastReceived: string | null;
        readonly expectedEvery: string | null;
        readonly stale: boolean;
      }>;
      readonly worker: {
        readonly name: string;
        readonly role: string;
        readonly contact: string | null;
        readonly since: string | null;
      } | null;
      readonly plan: {
        readonly kind: SocialCareStatus;
        readonly startedOn: string;
        readonly nextReviewOn: string | null;
      } | null;
      readonly intervals: ReadonlyArray<{
        readonly status: SocialCareStatus;
        readonly from: string;
        readonly until: string | null;
      }> | null;
    } | null;
  } | null;
};

export type ChildRiskOfExclusionQueryVariables = Exact<{
  id: string | number;
}>;

export type ChildRiskOfExclusionQuery = {
  readonly child: {
    readonly id: string;
    readonly education: {
      readonly riskOfExclusion: {
        readonly flaggedOn: string;
        readonly because: string;
        readonly interventionsTried: ReadonlyArray<string>;
        readonly reviewedOn: string | null;
        readonly version: number;
        readonly reviews: ReadonlyArray<{
          readonly reviewedOn: string;
          readonly interventionsTried: ReadonlyArray<string>;
          readonly recordedBy: string;
          readonly pupilVoice: {
            readonly by: string;
            readonly on: string | null;
            readonly words: string;
            readonly concerning: string;
          } | null;
        }>;
      } | null;
    } | null;
  } | null;
};

export type SchoolsQueryVariables = Exact<{ [key: string]: never }>;

export type SchoolsQuery = { readonly schools: ReadonlyArray<{ readonly urn: string; readonly name: string }> | null };

export type SchoolTeamQueryVariables = Exact<{
  urn: string | number;
  coming: string;
}>;

export type SchoolTeamQuery = {
  readonly school: {
    readonly urn: string;
    readonly name: string;
    readonly directory: {
      readonly state: SchoolDirectoryState;
      readonly toldOn: string | null;
      readonly cluster: string | null;
      readonly posts: ReadonlyArray<{
        readonly role: SchoolPostRole;
        readonly state: SchoolPostState;
        readonly vacantSince: string | null;
      }> | null;
    } | null;
    readonly teamAroundSchool: {
      readonly members: ReadonlyArray<{
        readonly name: string;
        readonly role: string;
        readonly lead: boolean;
        readonly since: string | null;
        readonly contact: string | null;
        readonly cluster: string | null;
        readonly domain: Domain;
        readonly organisation: { readonly id: string; readonly name: string | null } | null;
      }> | null;
      readonly actions: ReadonlyArray<{
        readonly id: string;
        readonly what: string;
        readonly owner: string;
        readonly dueOn: string | null;
        readonly version: number;
        readonly ownerOrganisation: { readonly id: string; readonly name: string | null } | null;
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
      }> | null;
      readonly agenda: ReadonlyArray<{
        readonly id: string;
        readonly reason: string;
        readonly raisedBy: string;
        readonly meetingOn: string | null;
        readonly outcome: string | null;
        readonly closedOn: string | null;
        readonly waitsForDecision: boolean | null;
        readonly until: string;
        readonly version: number;
        readonly voices: ReadonlyArray<{ readonly by: string; readonly words: string }> | null;
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
      }> | null;
      readonly coming: ReadonlyArray<{
        readonly id: string;
        readonly reason: string;
        readonly raisedBy: string;
        readonly meetingOn: string | null;
        readonly outcome: string | null;
        readonly closedOn: string | null;
        readonly waitsForDecision: boolean | null;
        readonly until: string;
        readonly version: number;
        readonly voices: ReadonlyArray<{ readonly by: string; readonly words: string }> | null;
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
      }> | null;
    } | null;
  } | null;
};

export type AgendaLineFragment = {
  readonly id: string;
  readonly reason: string;
  readonly raisedBy: string;
  readonly meetingOn: string | null;
  readonly outcome: string | null;
  readonly closedOn: string | null;
  readonly waitsForDecision: boolean | null;
  readonly until: string;
  readonly version: number;
  readonly voices: ReadonlyArray<{ readonly by: string; readonly words: string }> | null;
  readonly child: {
    readonly id: string;
    readonly name: {
      readonly given: string | null;
      readonly family: string | null;
      readonly preferred: string | null;
    } | null;
  } | null;
};

export type SchoolAttentionQueryVariables = Exact<{
  urn: string | number;
  week?: string | null | undefined;
}>;

export type SchoolAttentionQuery = {
  readonly school: {
    readonly urn: string;
    readonly teamAroundSchool: {
      readonly attention: ReadonlyArray<{
        readonly onAgenda: boolean;
        readonly child: {
          readonly id: string;
          readonly dateOfBirth: string | null;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
        readonly reasons: ReadonlyArray<{
          readonly kind: string;
          readonly domain: Domain;
          readonly fact: string;
          readonly since: string | null;
        }>;
      }> | null;
    } | null;
  } | null;
};

export type SchoolAgendaQueryVariables = Exact<{
  urn: string | number;
  coming: string;
}>;

export type SchoolAgendaQuery = {
  readonly school: {
    readonly urn: string;
    readonly name: string;
    readonly teamAroundSchool: {
      readonly agenda: ReadonlyArray<{
        readonly id: string;
        readonly reason: string;
        readonly meetingOn: string | null;
        readonly outcome: string | null;
        readonly closedOn: string | null;
        readonly waitsForDecision: boolean | null;
        readonly until: string;
        readonly version: number;
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
      }> | null;
      readonly coming: ReadonlyArray<{
        readonly id: string;
        readonly reason: string;
        readonly meetingOn: string | null;
        readonly outcome: string | null;
        readonly closedOn: string | null;
        readonly waitsForDecision: boolean | null;
        readonly until: string;
        readonly version: number;
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
      }> | null;
    } | null;
  } | null;
};

export type StandingItemFragment = {
  readonly id: string;
  readonly reason: string;
  readonly meetingOn: string | null;
  readonly outcome: string | null;
  readonly closedOn: string | null;
  readonly waitsForDecision: boolean | null;
  readonly until: string;
  readonly version: number;
  readonly child: {
    readonly id: string;
    readonly name: {
      readonly given: string | null;
      readonly family: string | null;
      readonly preferred: string | null;
    } | null;
  } | null;
};

export type SchoolRollQueryVariables = Exact<{
  urn: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type SchoolRollQuery = {
  readonly school: {
    readonly urn: string;
    readonly name: string;
    readonly teamAroundSchool: {
      readonly roll: {
        readonly edges: ReadonlyArray<{
          readonly node: {
            readonly id: string;
            readonly dateOfBirth: string | null;
            readonly name: {
              readonly given: string | null;
              readonly family: string | null;
              readonly preferred: string | null;
            } | null;
            readonly education: {
              readonly enrolments: ReadonlyArray<{
                readonly yearGroup: string | null;
                readonly from: string;
                readonly school: { readonly urn: string };
              }> | null;
              readonly sen: { readonly provision: SenProvision } | null;
            } | null;
          };
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      } | null;
    } | null;
  } | null;
};

export type PackMembersQueryVariables = Exact<{
  urn: string | number;
}>;

export type PackMembersQuery = {
  readonly school: {
    readonly urn: string;
    readonly name: string;
    readonly teamAroundSchool: {
      readonly members: ReadonlyArray<{
        readonly name: string;
        readonly role: string;
        readonly userId: string | null;
        readonly organisation: { readonly id: string; readonly name: string | null } | null;
      }> | null;
    } | null;
  } | null;
};

export type MeetingPackQueryVariables = Exact<{
  schoolUrn: string | number;
  meetingOn: string;
  members: ReadonlyArray<string | number> | string | number;
}>;

export type MeetingPackQuery = {
  readonly meetingPack: {
    readonly meetingOn: string;
    readonly school: { readonly urn: string; readonly name: string } | null;
    readonly items: ReadonlyArray<{
      readonly child: {
        readonly id: string;
        readonly dateOfBirth: string | null;
        readonly name: {
          readonly given: string | null;
          readonly family: string | null;
          readonly preferred: string | null;
        } | null;
      } | null;
      readonly reasons: ReadonlyArray<{
        readonly kind: string;
        readonly domain: Domain;
        readonly fact: string;
        readonly since: string | null;
      }>;
      readonly voices: ReadonlyArray<{
        readonly by: string;
        readonly on: string | null;
        readonly words: string;
        readonly concerning: string;
      }>;
      readonly openActions: ReadonlyArray<{
        readonly id: string;
        readonly what: string;
        readonly owner: string;
        readonly dueOn: string | null;
      }>;
      readonly withheld: ReadonlyArray<{ readonly domain: Domain; readonly fromMember: string }>;
    }>;
  } | null;
};

export type SuspensionsPageQueryVariables = Exact<{
  academicYear: string;
  by: ReadonlyArray<SuspensionDimension> | SuspensionDimension;
  sixthBy: ReadonlyArray<SixthDayDimension> | SixthDayDimension;
  council: boolean;
  cohorts: boolean;
}>;

export type SuspensionsPageQuery = {
  readonly figures: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly pupilsOn: string;
    readonly pupils: number | null;
    readonly suspensions: number | null;
    readonly suspensionsPer100: number | null;
    readonly childrenSuspended: number | null;
    readonly childrenSuspendedPer100: number | null;
    readonly permanentExclusions: number | null;
    readonly permanentExclusionsPer100: number | null;
    readonly lostDays: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
    readonly comparator: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly comparatorOfChildren: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly comparatorOfExclusions: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
  }> | null;
  readonly byPhase?: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly pupilsOn: string;
    readonly pupils: number | null;
    readonly suspensions: number | null;
    readonly suspensionsPer100: number | null;
    readonly childrenSuspended: number | null;
    readonly childrenSuspendedPer100: number | null;
    readonly permanentExclusions: number | null;
    readonly permanentExclusionsPer100: number | null;
    readonly lostDays: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
    readonly comparator: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly comparatorOfChildren: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly comparatorOfExclusions: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
  }> | null;
  readonly sixthDays: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly due: number | null;
    readonly inTime: number | null;
    readonly late: number | null;
    readonly missing: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
  }> | null;
  readonly cohorts?: ReadonlyArray<{
    readonly cohort: Cohort;
    readonly children: number | null;
    readonly suspensions: number | null;
    readonly suspensionsPer100: number | null;
    readonly childrenSuspended: number | null;
    readonly childrenSuspendedPer100: number | null;
    readonly permanentExclusions: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
    readonly comparatorOfChildren: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
    } | null;
  }> | null;
};

export type SuspendedPupilsFragment = {
  readonly key: ReadonlyArray<string>;
  readonly pupilsOn: string;
  readonly pupils: number | null;
  readonly suspensions: number | null;
  readonly suspensionsPer100: number | null;
  readonly childrenSuspended: number | null;
  readonly childrenSuspendedPer100: number | null;
  readonly permanentExclusions: number | null;
  readonly permanentExclusionsPer100: number | null;
  readonly lostDays: number | null;
  readonly suppressed: boolean;
  readonly basis: string;
  readonly comparator: {
    readonly percent: number | null;
    readonly of: string;
    readonly year: string | null;
    readonly basis: string;
    readonly source: string | null;
  } | null;
  readonly comparatorOfChildren: {
    readonly percent: number | null;
    readonly of: string;
    readonly year: string | null;
    readonly basis: string;
    readonly source: string | null;
  } | null;
  readonly comparatorOfExclusions: {
    readonly percent: number | null;
    readonly of: string;
    readonly year: string | null;
    readonly basis: string;
    readonly source: string | null;
  } | null;
};

export type SuspendedChildrenQueryVariables = Exact<{
  academicYear: string;
  urn: string | number;
  ofSchool: boolean;
  schoolUrn?: string | number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type SuspendedChildrenQuery = {
  readonly school?: { readonly urn: string; readonly name: string } | null;
  readonly suspendedChildren: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly lastStartedOn: string;
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
          readonly education: {
            readonly enrolments: ReadonlyArray<{
              readonly school: { readonly urn: string; readonly name: string };
            }> | null;
            readonly suspensions: {
              readonly schoolDaysThisYear: number;
              readonly schoolDaysLeftOf45: number;
              readonly overLimit: boolean;
              readonly limitWarning: string | null;
              readonly items: ReadonlyArray<{
                readonly startedOn: string;
                readonly category: SuspensionCategory;
                readonly sessions: number | null;
                readonly lunchtimes: number | null;
                readonly cancelledOn: string | null;
                readonly reasons: ReadonlyArray<string>;
                readonly sixthDayProvision: {
                  readonly dueOn: string;
                  readonly dutyOf: string;
                  readonly inPlaceOn: string | null;
                  readonly breached: boolean;
                } | null;
              }>;
            } | null;
          } | null;
        } | null;
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type RecordProvisionMutationVariables = Exact<{
  childId: string | number;
  suspensionStartedOn: string;
  provider: string;
  inPlaceOn: string;
  idempotencyKey: string | number;
}>;

export type RecordProvisionMutation = {
  readonly recordProvision: {
    readonly startedOn: string;
    readonly category: SuspensionCategory;
    readonly sixthDayProvision: {
      readonly dueOn: string;
      readonly dutyOf: string;
      readonly inPlaceOn: string | null;
      readonly breached: boolean;
    } | null;
  } | null;
};

export type ThresholdsPageQueryVariables = Exact<{
  filter?: AttendanceThresholdFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  schools: boolean;
}>;

export type ThresholdsPageQuery = {
  readonly schools?: ReadonlyArray<{ readonly urn: string; readonly name: string }> | null;
  readonly attendanceThresholds: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
        readonly threshold: {
          readonly kind: AttendanceThresholdKind;
          readonly rule: string;
          readonly source: string;
          readonly count: number;
          readonly limit: number;
          readonly reachedOn: string | null;
          readonly unmarkedDays: number;
          readonly school: { readonly urn: string; readonly name: string };
        };
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
};

export type WeeklyListQueryVariables = Exact<{
  week: string;
  cohort?: Cohort | null | undefined;
  socialWorkTeam?: string | null | undefined;
  schoolUrn?: string | number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type WeeklyListQuery = {
  readonly attendanceTriangulation: {
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly status: SocialCareStatus;
        readonly socialWorkTeam: string | null;
        readonly lastAttendedOn: string | null;
        readonly schoolDaysSinceAttended: number | null;
        readonly child: {
          readonly id: string;
          readonly dateOfBirth: string | null;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
        readonly school: { readonly urn: string; readonly name: string } | null;
        readonly thisWeek: {
          readonly possible: number;
          readonly attended: number;
          readonly authorisedAbsence: number;
          readonly unauthorisedAbsence: number;
          readonly late: number;
          readonly attendancePercent: number | null;
        } | null;
        readonly trend: ReadonlyArray<{
          readonly weekBeginning: string;
          readonly state: AttendanceWeekState;
          readonly attendancePercent: number | null;
        }>;
        readonly alerts: ReadonlyArray<{
          readonly kind: TriangulationAlertKind;
          readonly fact: string;
          readonly since: string | null;
        }>;
        readonly actions: ReadonlyArray<{
          readonly id: string;
          readonly what: string;
          readonly owner: string;
          readonly dueOn: string | null;
          readonly doneOn: string | null;
          readonly version: number;
        }> | null;
      };
    }>;
  } | null;
};

export type VirtualSchoolFiguresQueryVariables = Exact<{
  cohort: Cohort;
  from: string;
  yearFrom: string;
  to: string;
  teams: boolean;
}>;

export type VirtualSchoolFiguresQuery = {
  readonly socialWorkTeams?: ReadonlyArray<string> | null;
  readonly thisYear: {
    readonly basis: string;
    readonly asAt: string | null;
    readonly stale: boolean;
    readonly comparable: boolean;
    readonly comparableNote: string | null;
    readonly groups: ReadonlyArray<{
      readonly key: ReadonlyArray<string>;
      readonly suppressed: boolean;
      readonly comparable: boolean;
      readonly children: number | null;
      readonly attendancePercent: number | null;
      readonly persistentlyAbsentPercent: number | null;
      readonly severelyAbsentPercent: number | null;
      readonly suspensionsPer100: number | null;
      readonly lostLearningDays: number | null;
      readonly comparator: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
      } | null;
      readonly national: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
      } | null;
      readonly lastYear: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
      } | null;
    }>;
  } | null;
  readonly byWeek: {
    readonly basis: string;
    readonly asAt: string | null;
    readonly stale: boolean;
    readonly comparable: boolean;
    readonly comparableNote: string | null;
    readonly groups: ReadonlyArray<{
      readonly key: ReadonlyArray<string>;
      readonly suppressed: boolean;
      readonly comparable: boolean;
      readonly children: number | null;
      readonly attendancePercent: number | null;
      readonly persistentlyAbsentPercent: number | null;
      readonly severelyAbsentPercent: number | null;
      readonly suspensionsPer100: number | null;
      readonly lostLearningDays: number | null;
      readonly comparator: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
      } | null;
      readonly national: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
      } | null;
      readonly lastYear: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
      } | null;
    }>;
  } | null;
};

export type TrendFiguresFragment = {
  readonly basis: string;
  readonly asAt: string | null;
  readonly stale: boolean;
  readonly comparable: boolean;
  readonly comparableNote: string | null;
  readonly groups: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly suppressed: boolean;
    readonly comparable: boolean;
    readonly children: number | null;
    readonly attendancePercent: number | null;
    readonly persistentlyAbsentPercent: number | null;
    readonly severelyAbsentPercent: number | null;
    readonly suspensionsPer100: number | null;
    readonly lostLearningDays: number | null;
    readonly comparator: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
    } | null;
    readonly national: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
    } | null;
    readonly lastYear: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
    } | null;
  }>;
};

export type VirtualSchoolPepsQueryVariables = Exact<{
  term: string;
  first?: number | null | undefined;
}>;

export type VirtualSchoolPepsQuery = {
  readonly pepCompliance: {
    readonly term: string;
    readonly asAt: string;
    readonly basis: string;
    readonly eligible: number | null;
    readonly completed: number | null;
    readonly percent: number | null;
    readonly overdue: number | null;
    readonly suppressed: boolean;
    readonly byQuality: ReadonlyArray<{ readonly quality: PepQuality | null; readonly count: number | null }> | null;
  } | null;
  readonly pepsOverdue: {
    readonly totalCount: number | null;
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly daysOverdue: number;
        readonly child: {
          readonly id: string;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
        readonly plan: { readonly term: string; readonly dueOn: string };
      };
    }>;
  } | null;
};

export type WaitingListQueryVariables = Exact<{
  filter?: WaitingListFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type WaitingListQuery = {
  readonly waitingList: {
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly version: number;
        readonly service: HealthService;
        readonly status: WaitingStatus;
        readonly priority: string | null;
        readonly receivedOn: string;
        readonly daysWaiting: number;
        readonly weeksWaiting: number;
        readonly band: string;
        readonly wasNotBrought: number;
        readonly safeguardingFlag: string | null;
        readonly endedBecause: string | null;
        readonly nextStep: string | null;
        readonly nextAppointmentOn: string | null;
        readonly supportWhileWaiting: ReadonlyArray<string>;
        readonly referredBy: string | null;
        readonly referrerToldOn: string | null;
        readonly child: {
          readonly id: string;
          readonly dateOfBirth: string | null;
          readonly name: {
            readonly given: string | null;
            readonly family: string | null;
            readonly preferred: string | null;
          } | null;
        } | null;
        readonly provider: { readonly id: string; readonly name: string | null } | null;
        readonly clock: {
          readonly standard: string;
          readonly days: number | null;
          readonly limitDays: number;
          readonly breachOn: string | null;
          readonly state: ClockState;
        } | null;
        readonly allowedNext: ReadonlyArray<{ readonly status: WaitingStatus; readonly needsReason: boolean }> | null;
      };
    }>;
  } | null;
};

export type ChildWaitsQueryVariables = Exact<{
  id: string | number;
}>;

export type ChildWaitsQuery = {
  readonly child: {
    readonly id: string;
    readonly name: {
      readonly given: string | null;
      readonly family: string | null;
      readonly preferred: string | null;
    } | null;
    readonly health: {
      readonly asAt: string | null;
      readonly stale: boolean;
      readonly waiting: ReadonlyArray<{
        readonly id: string;
        readonly version: number;
        readonly service: HealthService;
        readonly status: WaitingStatus;
        readonly priority: string | null;
        readonly receivedOn: string;
        readonly daysWaiting: number;
        readonly weeksWaiting: number;
        readonly band: string;
        readonly localHoldDays: number;
        readonly wasNotBrought: number;
        readonly safeguardingFlag: string | null;
        readonly endedBecause: string | null;
        readonly continuesFrom: string | null;
        readonly continuesAs: string | null;
        readonly nextStep: string | null;
        readonly nextAppointmentOn: string | null;
        readonly supportWhileWaiting: ReadonlyArray<string>;
        readonly referredBy: string | null;
        readonly referrerToldOn: string | null;
        readonly daysToReferrerTold: number | null;
        readonly provider: { readonly id: string; readonly name: string | null } | null;
        readonly clock: {
          readonly kind: StandardKind;
          readonly standard: string;
          readonly startedOn: string | null;
          readonly days: number | null;
          readonly limitDays: number;
          readonly breachOn: string | null;
          readonly nullifiedOn: ReadonlyArray<string>;
          readonly stoppedOn: string | null;
          readonly state: ClockState;
        } | null;
        readonly publishedSpell: {
          readonly startedOn: string | null;
          readonly days: number | null;
          readonly breachOn: string | null;
          readonly state: ClockState;
        } | null;
        readonly voices: ReadonlyArray<{ readonly by: string; readonly words: string }> | null;
        readonly allowedNext: ReadonlyArray<{ readonly status: WaitingStatus; readonly needsReason: boolean }> | null;
        readonly history: ReadonlyArray<{
          readonly id: string;
          readonly from: WaitingStatus | null;
          readonly to: WaitingStatus;
          readonly effectiveOn: string;
          readonly by: string;
          readonly reason: string | null;
          readonly appointmentOn: string | null;
          readonly wasNotBrought: boolean;
          readonly cancelledBy: AppointmentCanceller | null;
          readonly rttStatus: string | null;
          readonly corrects: string | null;
          readonly counts: boolean;
        }>;
      }> | null;
    } | null;
  } | null;
};

export type UpdateWaitingListEntryMutationVariables = Exact<{
  input: UpdateWaitingListEntryInput;
}>;

export type UpdateWaitingListEntryMutation = {
  readonly updateWaitingListEntry:
    | {
        readonly __typename: 'IllegalTransition';
        readonly from: WaitingStatus;
        readonly to: WaitingStatus;
        readonly allowed: ReadonlyArray<WaitingStatus>;
      }
    | { readonly __typename: 'InvalidChange'; readonly field: string; readonly because: string }
    | {
        readonly __typename: 'VersionConflict';
        readonly changedBy: string | null;
        readonly changedAt: string | null;
        readonly current: { readonly id: string; readonly status: WaitingStatus; readonly version: number };
      }
    | {
        readonly __typename: 'WaitingListEntryUpdated';
        readonly entry: {
          readonly id: string;
          readonly status: WaitingStatus;
          readonly nextStep: string | null;
          readonly nextAppointmentOn: string | null;
          readonly weeksWaiting: number;
          readonly version: number;
        };
      }
    | null;
};

export type UpdateWaitingListEntriesMutationVariables = Exact<{
  inputs: ReadonlyArray<UpdateWaitingListEntryInput> | UpdateWaitingListEntryInput;
}>;

export type UpdateWaitingListEntriesMutation = {
  readonly updateWaitingListEntries: ReadonlyArray<
    | {
        readonly __typename: 'IllegalTransition';
        readonly from: WaitingStatus;
        readonly to: WaitingStatus;
        readonly allowed: ReadonlyArray<WaitingStatus>;
      }
    | { readonly __typename: 'InvalidChange'; readonly field: string; readonly because: string }
    | {
        readonly __typename: 'VersionConflict';
        readonly changedBy: string | null;
        readonly changedAt: string | null;
        readonly current: { readonly id: string; readonly status: WaitingStatus; readonly version: number };
      }
    | {
        readonly __typename: 'WaitingListEntryUpdated';
        readonly entry: {
          readonly id: string;
          readonly status: WaitingStatus;
          readonly nextStep: string | null;
          readonly nextAppointmentOn: string | null;
          readonly weeksWaiting: number;
          readonly version: number;
        };
      }
  > | null;
};

export type WaitingListConflictsQueryVariables = Exact<{ [key: string]: never }>;

export type WaitingListConflictsQuery = {
  readonly waitingListConflicts: ReadonlyArray<{
    readonly id: string;
    readonly since: string;
    readonly entry: {
      readonly id: string;
      readonly service: HealthService;
      readonly status: WaitingStatus;
      readonly version: number;
      readonly child: {
        readonly id: string;
        readonly dateOfBirth: string | null;
        readonly name: {
          readonly given: string | null;
          readonly family: string | null;
          readonly preferred: string | null;
        } | null;
      } | null;
    } | null;
    readonly values: ReadonlyArray<{
      readonly field: string;
      readonly file: string | null;
      readonly hub: string | null;
    }>;
  }> | null;
};

export type SettleConflictMutationVariables = Exact<{
  id: string | number;
  take: ConflictSide;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type SettleConflictMutation = {
  readonly settleConflict: {
    readonly id: string;
    readonly taken: ConflictSide | null;
    readonly values: ReadonlyArray<{
      readonly field: string;
      readonly file: string | null;
      readonly hub: string | null;
    }>;
    readonly entry: {
      readonly id: string;
      readonly status: WaitingStatus;
      readonly nextStep: string | null;
      readonly version: number;
    } | null;
  } | null;
};

export type LastLookQueryVariables = Exact<{ [key: string]: never }>;

export type LastLookQuery = { readonly me: { readonly lastSeenAt: string | null } | null };

export type ChangesQueryVariables = Exact<{
  since: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ChangesQuery = {
  readonly changes: ReadonlyArray<{
    readonly id: string;
    readonly at: string;
    readonly domain: Domain;
    readonly what: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly by: string | null;
    readonly child: {
      readonly id: string;
      readonly name: { readonly given: string | null; readonly family: string | null } | null;
    } | null;
  }> | null;
};

export type NoticesQueryVariables = Exact<{
  read?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type NoticesQuery = {
  readonly notices: ReadonlyArray<{
    readonly id: string;
    readonly kind: string;
    readonly fact: string;
    readonly raisedAt: string;
    readonly readAt: string | null;
    readonly riskConsidered: string | null;
    readonly version: number;
    readonly child: {
      readonly id: string;
      readonly dateOfBirth: string | null;
      readonly name: {
        readonly given: string | null;
        readonly family: string | null;
        readonly preferred: string | null;
      } | null;
    } | null;
  }> | null;
};

export type MarkNoticeReadMutationVariables = Exact<{
  id: string | number;
  riskConsidered?: string | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type MarkNoticeReadMutation = {
  readonly markNoticeRead: {
    readonly id: string;
    readonly readAt: string | null;
    readonly riskConsidered: string | null;
    readonly version: number;
  } | null;
};

export type SearchChildrenQueryVariables = Exact<{
  family: string;
  given?: string | null | undefined;
  dateOfBirth?: string | null | undefined;
  first?: number | null | undefined;
}>;

export type SearchChildrenQuery = {
  readonly searchChildren: ReadonlyArray<{
    readonly id: string;
    readonly dateOfBirth: string | null;
    readonly diedOn: string | null;
    readonly age: number | null;
    readonly name: {
      readonly given: string | null;
      readonly family: string | null;
      readonly preferred: string | null;
      readonly previousFamily: ReadonlyArray<string> | null;
    } | null;
  }> | null;
};

export type CohortAttendanceByQueryVariables = Exact<{
  cohort: Cohort;
  from: string;
  to: string;
  by: ReadonlyArray<CohortDimension> | CohortDimension;
  asAt?: string | null | undefined;
}>;

export type CohortAttendanceByQuery = {
  readonly cohortAttendance: {
    readonly cohort: Cohort;
    readonly from: string;
    readonly to: string;
    readonly basis: string;
    readonly asAt: string | null;
    readonly stale: boolean;
    readonly comparable: boolean;
    readonly comparableNote: string | null;
    readonly groups: ReadonlyArray<{
      readonly key: ReadonlyArray<string>;
      readonly suppressed: boolean;
      readonly children: number | null;
      readonly possible: number | null;
      readonly attended: number | null;
      readonly attendancePercent: number | null;
      readonly persistentlyAbsentChildren: number | null;
      readonly persistentlyAbsentPercent: number | null;
      readonly severelyAbsentChildren: number | null;
      readonly severelyAbsentPercent: number | null;
      readonly suspensionsPer100: number | null;
      readonly lostLearningDays: number | null;
      readonly comparator: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
        readonly source: string | null;
      } | null;
      readonly samePhase: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
        readonly source: string | null;
      } | null;
      readonly national: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
        readonly source: string | null;
      } | null;
      readonly lastYear: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
        readonly source: string | null;
      } | null;
    }>;
  } | null;
};

export type CohortFiguresFragment = {
  readonly cohort: Cohort;
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly asAt: string | null;
  readonly stale: boolean;
  readonly comparable: boolean;
  readonly comparableNote: string | null;
  readonly groups: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly suppressed: boolean;
    readonly children: number | null;
    readonly possible: number | null;
    readonly attended: number | null;
    readonly attendancePercent: number | null;
    readonly persistentlyAbsentChildren: number | null;
    readonly persistentlyAbsentPercent: number | null;
    readonly severelyAbsentChildren: number | null;
    readonly severelyAbsentPercent: number | null;
    readonly suspensionsPer100: number | null;
    readonly lostLearningDays: number | null;
    readonly comparator: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly samePhase: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly national: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly lastYear: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
  }>;
};

export type ComparedWithFragment = {
  readonly percent: number | null;
  readonly of: string;
  readonly year: string | null;
  readonly basis: string;
  readonly source: string | null;
};

export type CohortSuspensionsQueryVariables = Exact<{
  academicYear: string;
  by: ReadonlyArray<CohortSuspensionDimension> | CohortSuspensionDimension;
}>;

export type CohortSuspensionsQuery = {
  readonly cohortSuspensions: ReadonlyArray<{
    readonly cohort: Cohort;
    readonly key: ReadonlyArray<string>;
    readonly children: number | null;
    readonly suspensions: number | null;
    readonly suspensionsPer100: number | null;
    readonly childrenSuspended: number | null;
    readonly childrenSuspendedPer100: number | null;
    readonly permanentExclusions: number | null;
    readonly lostDays: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
    readonly comparatorOfChildren: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
  }> | null;
};

export type PepComplianceQueryVariables = Exact<{
  term: string;
}>;

export type PepComplianceQuery = {
  readonly pepCompliance: {
    readonly term: string;
    readonly from: string;
    readonly to: string;
    readonly asAt: string;
    readonly basis: string;
    readonly eligible: number | null;
    readonly completed: number | null;
    readonly percent: number | null;
    readonly overdue: number | null;
    readonly suppressed: boolean;
    readonly byQuality: ReadonlyArray<{ readonly quality: PepQuality | null; readonly count: number | null }> | null;
  } | null;
};

export type SchoolAttendanceQueryVariables = Exact<{
  urn: string | number;
  from?: string | null | undefined;
  to?: string | null | undefined;
  basis?: AttendanceBasis;
}>;

export type SchoolAttendanceQuery = {
  readonly school: {
    readonly urn: string;
    readonly name: string;
    readonly phase: string | null;
    readonly attendance: {
      readonly from: string;
      readonly to: string;
      readonly basis: AttendanceBasis;
      readonly children: number | null;
      readonly possible: number | null;
      readonly attended: number | null;
      readonly attendancePercent: number | null;
      readonly persistentlyAbsent: number | null;
      readonly severelyAbsent: number | null;
      readonly suppressed: boolean;
      readonly comparator: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
        readonly source: string | null;
      } | null;
      readonly national: {
        readonly percent: number | null;
        readonly of: string;
        readonly year: string | null;
        readonly basis: string;
        readonly source: string | null;
      } | null;
    } | null;
  } | null;
};

export type SuspensionFiguresQueryVariables = Exact<{
  academicYear: string;
  by: ReadonlyArray<SuspensionDimension> | SuspensionDimension;
}>;

export type SuspensionFiguresQuery = {
  readonly suspensionFigures: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly pupilsOn: string;
    readonly pupils: number | null;
    readonly suspensions: number | null;
    readonly suspensionsPer100: number | null;
    readonly childrenSuspended: number | null;
    readonly childrenSuspendedPer100: number | null;
    readonly permanentExclusions: number | null;
    readonly permanentExclusionsPer100: number | null;
    readonly lostDays: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
    readonly comparator: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly comparatorOfChildren: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
    readonly comparatorOfExclusions: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
  }> | null;
};

export type SixthDayFiguresQueryVariables = Exact<{
  academicYear: string;
  by: ReadonlyArray<SixthDayDimension> | SixthDayDimension;
}>;

export type SixthDayFiguresQuery = {
  readonly sixthDayFigures: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly due: number | null;
    readonly inTime: number | null;
    readonly late: number | null;
    readonly missing: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
  }> | null;
};

export type UnidentifiedSenFiguresQueryVariables = Exact<{
  academicYear: string;
  by: ReadonlyArray<UnidentifiedSenDimension> | UnidentifiedSenDimension;
}>;

export type UnidentifiedSenFiguresQuery = {
  readonly unidentifiedSenFigures: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly children: number | null;
    readonly withoutSen: number | null;
    readonly senSupportWithinYear: number | null;
    readonly ehcPlanWithinYear: number | null;
    readonly identifiedPercent: number | null;
    readonly suppressed: boolean;
    readonly basis: string;
  }> | null;
};

export type WaitingTimesQueryVariables = Exact<{
  by: ReadonlyArray<WaitingTimesDimension> | WaitingTimesDimension;
  asAt?: string | null | undefined;
}>;

export type WaitingTimesQuery = {
  readonly waitingTimes: ReadonlyArray<{
    readonly service: HealthService | null;
    readonly band: string | null;
    readonly status: WaitingStatus | null;
    readonly children: number | null;
    readonly breachedClocks: number | null;
    readonly suppressed: boolean;
    readonly medianDays: number | null;
    readonly percentile92Days: number | null;
    readonly medianWeeks: number | null;
    readonly percentile92Weeks: number | null;
    readonly asAt: string | null;
    readonly basis: string;
    readonly provider: { readonly id: string; readonly name: string | null } | null;
    readonly comparator: {
      readonly percent: number | null;
      readonly of: string;
      readonly year: string | null;
      readonly basis: string;
      readonly source: string | null;
    } | null;
  }> | null;
};

export type ReferralsQueryVariables = Exact<{
  from: string;
  to: string;
  by: ReadonlyArray<ReferralsDimension> | ReferralsDimension;
}>;

export type ReferralsQuery = {
  readonly referrals: ReadonlyArray<{
    readonly key: ReadonlyArray<string>;
    readonly referrals: number | null;
    readonly accepted: number | null;
    readonly redirected: number | null;
    readonly rejected: number | null;
    readonly medianDaysToReferrerTold: number | null;
    readonly suppressed: boolean;
    readonly asAt: string | null;
    readonly basis: string;
  }> | null;
};

export type AddToAgendaMutationVariables = Exact<{
  schoolUrn: string | number;
  childId: string | number;
  reason: string;
  childVoice?: string | null | undefined;
  parentVoice?: string | null | undefined;
  meetingOn?: string | null | undefined;
  idempotencyKey: string | number;
}>;

export type AddToAgendaMutation = {
  readonly addToAgenda: {
    readonly id: string;
    readonly reason: string;
    readonly raisedBy: string;
    readonly meetingOn: string | null;
    readonly until: string;
    readonly version: number;
  } | null;
};

export type CloseAgendaItemMutationVariables = Exact<{
  id: string | number;
  outcome?: string | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type CloseAgendaItemMutation = {
  readonly closeAgendaItem: {
    readonly id: string;
    readonly outcome: string | null;
    readonly until: string;
    readonly closedOn: string | null;
    readonly version: number;
  } | null;
};

export type DecideAgendaItemMutationVariables = Exact<{
  id: string | number;
  opens: boolean;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type DecideAgendaItemMutation = {
  readonly decideAgendaItem: {
    readonly id: string;
    readonly until: string;
    readonly closedOn: string | null;
    readonly waitsForDecision: boolean | null;
    readonly version: number;
  } | null;
};

export type RecordOutcomeMutationVariables = Exact<{
  id: string | number;
  outcome: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type RecordOutcomeMutation = {
  readonly recordOutcome: {
    readonly id: string;
    readonly outcome: string | null;
    readonly until: string;
    readonly version: number;
  } | null;
};

export type RenewAgendaItemMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type RenewAgendaItemMutation = {
  readonly renewAgendaItem: { readonly id: string; readonly until: string; readonly version: number } | null;
};

export type RecordActionMutationVariables = Exact<{
  schoolUrn?: string | number | null | undefined;
  childId?: string | number | null | undefined;
  what: string;
  owner: string;
  dueOn?: string | null | undefined;
  ownerOrganisation?: string | number | null | undefined;
  idempotencyKey: string | number;
}>;

export type RecordActionMutation = {
  readonly recordAction: {
    readonly id: string;
    readonly what: string;
    readonly owner: string;
    readonly dueOn: string | null;
    readonly doneOn: string | null;
    readonly version: number;
  } | null;
};

export type RecordRiskReviewMutationVariables = Exact<{
  childId: string | number;
  reviewedOn: string;
  interventionsTried: ReadonlyArray<string> | string;
  pupilWords?: string | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type RecordRiskReviewMutation = {
  readonly recordRiskReview: {
    readonly flaggedOn: string;
    readonly because: string;
    readonly interventionsTried: ReadonlyArray<string>;
    readonly reviewedOn: string | null;
    readonly version: number;
  } | null;
};

export type CompleteActionMutationVariables = Exact<{
  id: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;

export type CompleteActionMutation = {
  readonly completeAction: {
    readonly id: string;
    readonly what: string;
    readonly owner: string;
    readonly dueOn: string | null;
    readonly doneOn: string | null;
    readonly version: number;
  } | null;
};

export type ClaimRelationshipMutationVariables = Exact<{
  identifierType: IdentifierType;
  identifier: string;
  dateOfBirth: string;
  reason: string;
  idempotencyKey: string | number;
}>;

export type ClaimRelationshipMutation = {
  readonly claimRelationship: {
    readonly id: string;
    readonly dateOfBirth: string | null;
    readonly name: { readonly given: string | null; readonly family: string | null } | null;
    readonly access: ReadonlyArray<{
      readonly domain: Domain;
      readonly outcome: AccessOutcome;
      readonly because: string;
    }> | null;
  } | null;
};

export type MatchQueueQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type MatchQueueQuery = {
  readonly matchReviews: ReadonlyArray<{
    readonly id: string;
    readonly kind: MatchReviewKind;
    readonly source: string;
    readonly raisedAt: string;
    readonly record: {
      readonly dateOfBirth: string | null;
      readonly name: { readonly given: string | null; readonly family: string | null } | null;
    };
    readonly candidates: ReadonlyArray<{ readonly score: number }>;
  }> | null;
};

export type MatchReviewQueryVariables = Exact<{
  id: string | number;
}>;

export type MatchReviewQuery = {
  readonly matchReview: {
    readonly id: string;
    readonly kind: MatchReviewKind;
    readonly source: string;
    readonly state: string;
    readonly version: number;
    readonly raisedAt: string;
    readonly record: {
      readonly id: string;
      readonly source: string;
      readonly dateOfBirth: string | null;
      readonly postcode: string | null;
      readonly receivedAt: string;
      readonly name: {
        readonly given: string | null;
        readonly family: string | null;
        readonly preferred: string | null;
        readonly previousFamily: ReadonlyArray<string> | null;
      } | null;
    };
    readonly candidates: ReadonlyArray<{
      readonly score: number;
      readonly evidence: ReadonlyArray<string>;
      readonly differences: ReadonlyArray<string>;
      readonly child: {
        readonly id: string;
        readonly dateOfBirth: string | null;
        readonly name: {
          readonly given: string | null;
          readonly family: string | null;
          readonly preferred: string | null;
          readonly previousFamily: ReadonlyArray<string> | null;
        } | null;
        readonly sourceRecords: ReadonlyArray<{
          readonly id: string;
          readonly source: string;
          readonly postcode: string | null;
          readonly receivedAt: string;
        }> | null;
      } | null;
    }>;
  } | null;
};

export type ConfirmMatchMutationVariables = Exact<{
  reviewId: string | number;
  expectedVersion: number;
  childId?: string | number | null | undefined;
  reason?: string | null | undefined;
  idempotencyKey: string | number;
}>;

export type ConfirmMatchMutation = {
  readonly confirmMatch: { readonly id: string; readonly state: string; readonly version: number } | null;
};

export type SourceRecordsQueryVariables = Exact<{
  id: string | number;
}>;

export type SourceRecordsQuery = {
  readonly child: {
    readonly id: string;
    readonly dateOfBirth: string | null;
    readonly recordsVersion: number | null;
    readonly name: { readonly given: string | null; readonly family: string | null } | null;
    readonly sourceRecords: ReadonlyArray<{
      readonly id: string;
      readonly source: string;
      readonly dateOfBirth: string | null;
      readonly postcode: string | null;
      readonly receivedAt: string;
      readonly name: {
        readonly given: string | null;
        readonly family: string | null;
        readonly preferred: string | null;
        readonly previousFamily: ReadonlyArray<string> | null;
      } | null;
      readonly identifiers: ReadonlyArray<{ readonly type: IdentifierType; readonly value: string }> | null;
    }> | null;
  } | null;
};

export type SeparationsQueryVariables = Exact<{
  childId: string | number;
}>;

export type SeparationsQuery = {
  readonly separations: ReadonlyArray<{
    readonly at: string;
    readonly by: string;
    readonly reason: string;
    readonly since: string | null;
    readonly disclosures: ReadonlyArray<{
      readonly at: string;
      readonly who: string;
      readonly role: string;
      readonly organisation: string;
      readonly purpose: string;
      readonly fields: ReadonlyArray<string>;
      readonly outcome: AccessOutcome;
    }>;
  }> | null;
};

export type SeparateChildrenMutationVariables = Exact<{
  childId: string | number;
  sourceRecordIds: ReadonlyArray<string | number> | string | number;
  expectedVersion: number;
  reason: string;
  idempotencyKey: string | number;
}>;

export type SeparateChildrenMutation = {
  readonly separateChildren: ReadonlyArray<{
    readonly id: string;
    readonly recordsVersion: number | null;
    readonly name: { readonly given: string | null; readonly family: string | null } | null;
    readonly sourceRecords: ReadonlyArray<{ readonly id: string; readonly source: string }> | null;
  }> | null;
};

export type DataQualityQueryVariables = Exact<{ [key: string]: never }>;

export type DataQualityQuery = {
  readonly dataQuality: ReadonlyArray<{
    readonly domain: Domain;
    readonly source: string;
    readonly lastReceived: string | null;
    readonly expectedEvery: string | null;
    readonly stale: boolean;
    readonly deliveredAt: string | null;
    readonly received: number | null;
    readonly accepted: number | null;
    readonly rejected: number | null;
    readonly byRule: ReadonlyArray<{
      readonly rule: string;
      readonly message: string;
      readonly whole: boolean;
      readonly count: number;
    }>;
  }> | null;
};

export type RejectedLinesQueryVariables = Exact<{
  source: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type RejectedLinesQuery = {
  readonly rejectedLines: ReadonlyArray<{
    readonly id: string;
    readonly file: string;
    readonly line: number;
    readonly rule: string;
    readonly reason: string;
    readonly whole: boolean;
  }> | null;
};

/** Every operation that pages ask: what it takes and what it answers. */
export interface Operations {
  SignedIn: { readonly variables: SignedInQueryVariables; readonly data: SignedInQuery };
  ChildHead: { readonly variables: ChildHeadQueryVariables; readonly data: ChildHeadQuery };
  ChildSchool: { readonly variables: ChildSchoolQueryVariables; readonly data: ChildSchoolQuery };
  ChildCare: { readonly variables: ChildCareQueryVariables; readonly data: ChildCareQuery };
  ChildRiskOfExclusion: {
    readonly variables: ChildRiskOfExclusionQueryVariables;
    readonly data: ChildRiskOfExclusionQuery;
  };
  Schools: { readonly variables: SchoolsQueryVariables; readonly data: SchoolsQuery };
  SchoolTeam: { readonly variables: SchoolTeamQueryVariables; readonly data: SchoolTeamQuery };
  SchoolAttention: { readonly variables: SchoolAttentionQueryVariables; readonly data: SchoolAttentionQuery };
  SchoolAgenda: { readonly variables: SchoolAgendaQueryVariables; readonly data: SchoolAgendaQuery };
  SchoolRoll: { readonly variables: SchoolRollQueryVariables; readonly data: SchoolRollQuery };
  PackMembers: { readonly variables: PackMembersQueryVariables; readonly data: PackMembersQuery };
  MeetingPack: { readonly variables: MeetingPackQueryVariables; readonly data: MeetingPackQuery };
  SuspensionsPage: { readonly variables: SuspensionsPageQueryVariables; readonly data: SuspensionsPageQuery };
  SuspendedChildren: { readonly variables: SuspendedChildrenQueryVariables; readonly data: SuspendedChildrenQuery };
  RecordProvision: { readonly variables: RecordProvisionMutationVariables; readonly data: RecordProvisionMutation };
  ThresholdsPage: { readonly variables: ThresholdsPageQueryVariables; readonly data: ThresholdsPageQuery };
  WeeklyList: { readonly variables: WeeklyListQueryVariables; readonly data: WeeklyListQuery };
  VirtualSchoolFigures: {
    readonly variables: VirtualSchoolFiguresQueryVariables;
    readonly data: VirtualSchoolFiguresQuery;
  };
  VirtualSchoolPeps: { readonly variables: VirtualSchoolPepsQueryVariables; readonly data: VirtualSchoolPepsQuery };
  WaitingList: { readonly variables: WaitingListQueryVariables; readonly data: WaitingListQuery };
  ChildWaits: { readonly variables: ChildWaitsQueryVariables; readonly data: ChildWaitsQuery };
  UpdateWaitingListEntry: {
    readonly variables: UpdateWaitingListEntryMutationVariables;
    readonly data: UpdateWaitingListEntryMutation;
  };
  UpdateWaitingListEntries: {
    readonly variables: UpdateWaitingListEntriesMutationVariables;
    readonly data: UpdateWaitingListEntriesMutation;
  };
  WaitingListConflicts: {
    readonly variables: WaitingListConflictsQueryVariables;
    readonly data: WaitingListConflictsQuery;
  };
  SettleConflict: { readonly variables: SettleConflictMutationVariables; readonly data: SettleConflictMutation };
  LastLook: { readonly variables: LastLookQueryVariables; readonly data: LastLookQuery };
  Changes: { readonly variables: ChangesQueryVariables; readonly data: ChangesQuery };
  Notices: { readonly variables: NoticesQueryVariables; readonly data: NoticesQuery };
  MarkNoticeRead: { readonly variables: MarkNoticeReadMutationVariables; readonly data: MarkNoticeReadMutation };
  SearchChildren: { readonly variables: SearchChildrenQueryVariables; readonly data: SearchChildrenQuery };
  CohortAttendanceBy: { readonly variables: CohortAttendanceByQueryVariables; readonly data: CohortAttendanceByQuery };
  CohortSuspensions: { readonly variables: CohortSuspensionsQueryVariables; readonly data: CohortSuspensionsQuery };
  PepCompliance: { readonly variables: PepComplianceQueryVariables; readonly data: PepComplianceQuery };
  SchoolAttendance: { readonly variables: SchoolAttendanceQueryVariables; readonly data: SchoolAttendanceQuery };
  SuspensionFigures: { readonly variables: SuspensionFiguresQueryVariables; readonly data: SuspensionFiguresQuery };
  SixthDayFigures: { readonly variables: SixthDayFiguresQueryVariables; readonly data: SixthDayFiguresQuery };
  UnidentifiedSenFigures: {
    readonly variables: UnidentifiedSenFiguresQueryVariables;
    readonly data: UnidentifiedSenFiguresQuery;
  };
  WaitingTimes: { readonly variables: WaitingTimesQueryVariables; readonly data: WaitingTimesQuery };
  Referrals: { readonly variables: ReferralsQueryVariables; readonly data: ReferralsQuery };
  AddToAgenda: { readonly variables: AddToAgendaMutationVariables; readonly data: AddToAgendaMutation };
  CloseAgendaItem: { readonly variables: CloseAgendaItemMutationVariables; readonly data: CloseAgendaItemMutation };
  DecideAgendaItem: { readonly variables: DecideAgendaItemMutationVariables; readonly data: DecideAgendaItemMutation };
  RecordOutcome: { readonly variables: RecordOutcomeMutationVariables; readonly data: RecordOutcomeMutation };
  RenewAgendaItem: { readonly variables: RenewAgendaItemMutationVariables; readonly data: RenewAgendaItemMutation };
  RecordAction: { readonly variables: RecordActionMutationVariables; readonly data: RecordActionMutation };
  RecordRiskReview: { readonly variables: RecordRiskReviewMutationVariables; readonly data: RecordRiskReviewMutation };
  CompleteAction: { readonly variables: CompleteActionMutationVariables; readonly data: CompleteActionMutation };
  ClaimRelationship: {
    readonly variables: ClaimRelationshipMutationVariables;
    readonly data: ClaimRelationshipMutation;
  };
  MatchQueue: { readonly variables: MatchQueueQueryVariables; readonly data: MatchQueueQuery };
  MatchReview: { readonly variables: MatchReviewQueryVariables; readonly data: MatchReviewQuery };
  ConfirmMatch: { readonly variables: ConfirmMatchMutationVariables; readonly data: ConfirmMatchMutation };
  SourceRecords: { readonly variables: SourceRecordsQueryVariables; readonly data: SourceRecordsQuery };
  Separations: { readonly variables: SeparationsQueryVariables; readonly data: SeparationsQuery };
  SeparateChildren: { readonly variables: SeparateChildrenMutationVariables; readonly data: SeparateChildrenMutation };
  DataQuality: { readonly variables: DataQualityQueryVariables; readonly data: DataQualityQuery };
  RejectedLines: { readonly variables: RejectedLinesQueryVariables; readonly data: RejectedLinesQuery };
}
export type OperationName = keyof Operations;
