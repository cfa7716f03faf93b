import { expect } from '@jest/globals';
import type { As, GatewayBody } from '../../support/hub.js';
import type { ExampleHub } from './load-example.js';

/** A group of a cohort, as the graph answers it. */
export interface Group {
  readonly key: readonly string[];
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
  readonly comparator: Comparator | null;
  readonly national: Comparator | null;
  readonly suppressed: boolean;
}

interface Comparator {
  readonly percent: number | null;
  readonly of: string;
  readonly year: string | null;
  readonly basis: string;
  readonly source: string | null;
}

export interface CohortFigures {
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly asAt: string | null;
  readonly comparable: boolean;
  readonly groups: readonly Group[];
}

export interface CohortAsked {
  readonly cohort: string;
  readonly by: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly asAt?: string | null;
}

const comparator = '{ percent of year basis source }';
const cohortAttendance = `query Figures($cohort: Cohort!, $from: Date!, $to: Date!, $by: [CohortDimension!]!, $asAt: DateTime) {
  cohortAttendance(cohort: $cohort, from: $from, to: $to, by: $by, asAt: $asAt) {
    from to basis asAt comparable
    groups {
      key children possible attended attendancePercent
      persistentlyAbsentChildren persistentlyAbsentPercent severelyAbsentChildren severelyAbsentPercent
      suspensionsPer100 lostLearningDays suppressed comparator ${comparator} national ${comparator}
    }
  }
}`;

/** A child of the weekly list, as the graph answers it. */
export interface ListedItem {
  readonly child: { readonly id: string } | null;
  readonly status: string;
  readonly school: { readonly urn: string } | null;
  readonly socialWorkTeam: string | null;
  readonly thisWeek: {
    readonly possible: number;
    readonly attended: number;
    readonly authorisedAbsence: number;
    readonly unauthorisedAbsence: number;
    readonly attendancePercent: number | null;
  } | null;
  readonly trend: readonly { weekBeginning: string; state: string; attendancePercent: number | null }[];
  readonly lastAttendedOn: string | null;
  readonly schoolDaysSinceAttended: number | null;
  readonly alerts: readonly { readonly kind: string; readonly fact: string; readonly since: string | null }[];
  readonly actions: readonly unknown[];
}

const attendanceTriangulation = `query List($week: Date!, $first: Int, $after: String, $team: String, $school: ID) {
  attendanceTriangulation(week: $week, first: $first, after: $after, socialWorkTeam: $team, schoolUrn: $school) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      child { id } status school { urn } socialWorkTeam
      thisWeek { possible attended authorisedAbsence unauthorisedAbsence attendancePercent }
      trend { weekBeginning state attendancePercent }
      lastAttendedOn schoolDaysSinceAttended
      alerts { kind fact since } actions { id }
    } }
  }
}`;

/** What is answered to somebody who is answered: no error, and something. */
function answered(body: GatewayBody, field: string): unknown {
  expect(body.errors).toBeUndefined();
  expect(body.data?.[field]).not.toBeNull();
  return body.data?.[field];
}

type Hub = Pick<ExampleHub, 'post'>;

export async function cohortFigures(hub: Hub, as: As, asked: CohortAsked): Promise<CohortFigures> {
  const { body } = await hub.post(as, cohortAttendance, { ...asked });
  return answered(body, 'cohortAttendance') as CohortFigures;
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: ListedItem }[];
}

/** The whole list of a week, page by page. */
export async function weeklyList(
  hub: Hub,
  as: As,
  asked: { readonly week: string; readonly first?: number; readonly team?: string; readonly school?: string },
): Promise<ListedItem[]> {
  const all: ListedItem[] = [];
  for (let after: string | null = null; ;) {
    const { body } = await hub.post(as, attendanceTriangulation, { ...asked, after });
    const page = answered(body, 'attendanceTriangulation') as Page;
    all.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(all.length);
      return all;
    }
    after = page.pageInfo.endCursor;
  }
}
