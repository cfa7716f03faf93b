import { type AccessRequest, Permit, type Subjects } from '../platform/access/permit.js';
import type { Caller } from '../platform/auth/door.js';
import { academicTerm } from '../platform/code-sets/academic-term.js';
import { academicYearToDate } from '../platform/code-sets/academic-year.js';
import { mergeRequests, type OpenRequest } from '../platform/db/merge-requests.js';
import type { Read, UnitOfWork } from '../platform/db/unit-of-work.js';
import { Defect } from '../platform/errors/hub-error.js';
import { Domain } from '../platform/vocabulary/domain.js';
import {
  AttendanceWeekRepository,
  childPolicy,
  ChildRepository,
  educationPolicy,
  EnrolmentRepository,
  InvolvementRepository,
  KeptAllocationRepository,
  KeptIntervalRepository,
  PepToMakeRepository,
  PersonalEducationPlanRepository,
  socialCarePolicy,
  SocialWorkerPresenceRepository,
  TeamFactRepository,
  teamSources,
  virtualSchoolPolicy,
  WaitingListEntryRepository,
  waitingListPolicy,
} from './subgraphs.js';

/** What the holistic question reads, by the name the limit knows it by. */
export type ReadName =
  | 'child'
  | 'rolls'
  | 'weeks'
  | 'entries'
  | 'involvement'
  | 'presence'
  | 'plans'
  | 'toMake'
  | 'intervals'
  | 'allocations'
  | `team ${Domain}`;

export interface PlannedRead {
  readonly name: ReadName;
  readonly holder: Domain;
  /** Which of the merged requests permits it. */
  readonly request: number;
  /** Null where it only opens a set that another read is filtered by. */
  readonly read: Read | null;
}

/** All that one transaction asks. */
export interface ReadPlan {
  /** Opened for one child: the one who is asked about. */
  readonly requestsFor: (id: string) => readonly OpenRequest[];
  /** In the order they are sent: a domain's reads stand together. */
  readonly reads: readonly PlannedRead[];
}

/** Stands for the child while a plan is made. */
const anyChild = '00000000-0000-4000-8000-000000000000';

interface Asked {
  readonly name: ReadName;
  readonly request: AccessRequest & { readonly subjects: Subjects };
  readonly read: Read | null;
}

/** Takes down what repositories ask for, and answers nothing: their texts are the very ones the product sends. */
class Notebook {
  readonly asked: Asked[] = [];

  for(...names: readonly ReadName[]): UnitOfWork {
    const left = [...names];
    const read = (permit: Permit, children: readonly string[], asked: Read | null): Promise<never> => {
      const name = left.shift();
      if (name === undefined) throw new Defect('A repository asked for more than the limit knows of.');
      if (permit.refused) throw new Defect('The limit is written for callers who are refused nothing.');
      this.asked.push({ name, request: { ...permit.request, subjects: { children } }, read: asked });
      return new Promise(() => undefined);
    };
    const readCopies = (
      permits: readonly Permit[],
      { children }: { readonly children: readonly string[] },
      asked: Read,
    ): Promise<never> => {
      permits.forEach((permit, at) => void read(permit, children, at === 0 ? asked : null));
      return new Promise(() => undefined);
    };
    return { read, readCopies } as unknown as UnitOfWork;
  }
}

function noteReads(book: Notebook, caller: Caller, today: string): void {
  const { SOCIAL_CARE, PARTNERSHIP, VIRTUAL_SCHOOL } = Domain;
  const ids = [anyChild];
  const education = Permit.for(caller, educationPolicy, { tier: 'T2', operation: 'child.education' });
  const permits = {
    child: Permit.for(caller, childPolicy, { tier: 'T1', operation: 'child' }),
    team: teamSources.map(({ domain, tier }) =>
      Permit.forCopy(caller, { holder: PARTNERSHIP, about: domain, tier, operation: 'child.team' }),
    ),
    entries: Permit.for(caller, waitingListPolicy, { tier: 'T3', operation: 'child.health' }),
    involvement: Permit.for(caller, socialCarePolicy, { tier: 'T3', operation: 'child.social-care' }),
    presence: Permit.for(caller, socialCarePolicy, { tier: 'EXISTENCE', operation: 'child.social-care' }),
    plans: Permit.for(caller, virtualSchoolPolicy, { tier: 'T2', operation: 'child.virtualSchool' }),
    intervals: Permit.forCopy(caller, {
      holder: VIRTUAL_SCHOOL,
      about: SOCIAL_CARE,
      tier: 'T3',
      operation: 'child.virtualSchool',
    }),
  };
  const team = teamSources.map(({ domain }) => `team ${domain}` as const);
  void new ChildRepository(book.for('child')).byIds(permits.child, ids);
  void new TeamFactRepository(book.for(...team)).ofChildren(permits.team, ids);
  void new EnrolmentRepository(book.for('rolls')).ofChildren(education, ids);
  void new AttendanceWeekRepository(book.for('weeks')).ofChildren(education, ids, academicYearToDate(today));
  void new WaitingListEntryRepository(book.for('entries')).ofChildren(permits.entries, ids);
  void new InvolvementRepository(book.for('involvement')).ofChildren(permits.involvement, ids);
  void new SocialWorkerPresenceRepository(book.for('presence')).on(permits.presence, ids, today);
  void new PersonalEducationPlanRepository(book.for('plans')).ofChildren(permits.plans, ids);
  void new PepToMakeRepository(book.for('toMake')).ofChildren(permits.intervals, ids, academicTerm(today));
  void new KeptIntervalRepository(book.for('intervals')).ofChildren(permits.intervals, ids);
  void new KeptAllocationRepository(book.for('allocations')).ofChildren(permits.intervals, ids);
}

/** What the hub reads for the holistic question of one role, purpose and day: the same permits, the same texts. */
export function readPlan(caller: Caller, today: string): ReadPlan {
  const book = new Notebook();
  noteReads(book, caller, today);
  const { requests, of } = mergeRequests(book.asked.map(({ request }) => request));
  const reads = book.asked.map(({ name, request, read }, at) => ({
    name,
    holder: request.holder,
    request: of[at] ?? -1,
    read,
  }));
  return {
    requestsFor: (id) => requests.map((request) => ({ ...request, keys: [id] })),
    reads: reads.sort((a, b) => a.holder.localeCompare(b.holder)),
  };
}
