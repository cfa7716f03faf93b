import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../../platform/access/permit.js';
import { seenChildren } from '../../../platform/access/seen.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { CohortService } from '../cohort/cohort.service.js';
import type { KeptAllocationRepository } from '../cohort/kept-allocation.repository.js';
import type { KeptInterval, KeptIntervalRepository } from '../cohort/kept-interval.repository.js';
import type { Facet } from '../../../platform/vocabulary/facet.js';
import { AttendanceService } from './attendance.service.js';
import type { KeptRegisterRepository } from './kept-register.repository.js';
import type { KeptRegisters } from './kept-registers.js';

const { CHILD_PROTECTION, EARLY_HELP } = SocialCareStatus;
const plan: KeptInterval = { childId: 'c', status: CHILD_PROTECTION, from: '2026-11-03', until: null };
const kept: KeptRegisters = {
  childId: 'c',
  weeks: [{ schoolUrn: '900001', weekBeginning: '2026-11-02', marks: '/\\/\\OO/\\..' }],
  rolls: [{ schoolUrn: '900001', status: 'CURRENT', from: '2026-09-01', until: null }],
  schoolWeeks: [],
  calendarWeeks: [],
};

interface Situation {
  readonly facets?: readonly Facet[];
  readonly socialCare?: Verdict['outcome'];
  readonly education?: Verdict['outcome'];
}

const opened = (rows: readonly unknown[], outcome: Verdict['outcome'] | undefined, facets: readonly Facet[] = []) => {
  const verdict = outcome && { outcome, basis: 'CASELOAD', facets: new Set(facets), diedOn: null };
  const seen = seenChildren(new Map(verdict ? [['c', verdict]] : []), rows, () => 'c');
  return { ofChildren: () => Promise.resolve(seen) };
};

function asked({ facets = ['HISTORY'], socialCare, education }: Situation) {
  const caller = { claims: { role: 'virtual-school-head', purpose: 'VIRTUAL_SCHOOL_DUTY' }, operations: null };
  const scope = { caller, today: '2026-11-20' } as unknown as RequestScope;
  const cohorts = new CohortService(
    scope,
    opened([plan], socialCare, facets) as unknown as KeptIntervalRepository,
    opened([], socialCare, facets) as unknown as KeptAllocationRepository,
  );
  const weeks = opened([kept], education) as unknown as KeptRegisterRepository;
  return new AttendanceService(scope, weeks, cohorts);
}

describe('attendance while a status was held', () => {
  it('is over the academic year to date unless asked otherwise, and counts from the day the status was held', async () => {
    const made = await asked({ socialCare: 'FULL', education: 'FULL' }).whileHeld('c', CHILD_PROTECTION, {});
    expect(made).toMatchObject({ from: '2026-09-01', to: '2026-11-20', possible: 6, attended: 4 });
  });

  it('is of the same shape for a child who may not be seen as for one never on the plan', async () => {
    const unseen = await asked({}).whileHeld('c', CHILD_PROTECTION, {});
    const never = await asked({ socialCare: 'FULL', education: 'FULL' }).whileHeld('c', SocialCareStatus.KINSHIP, {});
    expect(unseen).toEqual(never);
    expect(unseen).toMatchObject({ possible: 0, attendancePercent: null, weeks: [] });
  });

  it.each<Situation>([
    { socialCare: 'FULL' },
    { education: 'FULL' },
    { socialCare: 'REDACTED', education: 'FULL' },
    { socialCare: 'EXISTENCE_ONLY', education: 'FULL' },
    { socialCare: 'FULL', education: 'REDACTED' },
    { facets: [], socialCare: 'FULL', education: 'FULL' },
  ])('is not told where it is shared as %j', async (situation) => {
    expect(await asked(situation).whileHeld('c', CHILD_PROTECTION, {})).toBeNull();
  });

  it('is not to be had for a status the virtual school does not follow, nor backwards', async () => {
    const service = asked({ socialCare: 'FULL', education: 'FULL' });
    await expect(service.whileHeld('c', EARLY_HELP, {})).rejects.toThrow(InvalidInput);
    const backwards = { from: '2026-11-02', to: '2026-11-01' };
    await expect(service.whileHeld('c', CHILD_PROTECTION, backwards)).rejects.toThrow(InvalidInput);
  });
});
