import { Temporal } from 'temporal-polyfill';
import { rulesFor } from '../../../platform/access/decide.js';
import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { academicTerm } from '../../../platform/code-sets/academic-term.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { PepToMakeRepository } from '../pep/duty/pep-to-make.repository.js';
import type { StandingPlan } from '../pep/duty/standing-plan.js';
import { toldToMake } from '../pep/duty/told-to-make.js';
import { toPlan } from '../pep/personal-education-plan.mapper.js';
import type { PersonalEducationPlanRepository } from '../pep/personal-education-plan.repository.js';
import { overdueOf } from './overdue-of.js';
import { cursorOf, pageOf } from './overdue-page.js';
import type { OverduePep, OverduePepConnection } from './overdue-pep.type.js';
import { overduePepsPolicy } from './overdue-peps.policy.js';

const operation = 'pepsOverdue';
const mostOnAPage = 100;

/** A child and the plan that is overdue. */
type Late = StandingPlan & { readonly childId: string };

/** The looked-after children whose plan is overdue. */
export class OverduePepsService {
  constructor(
    private readonly scope: RequestScope,
    private readonly plans: PersonalEducationPlanRepository,
    private readonly toMake: PepToMakeRepository,
  ) {}

  /**
   * A page of the list, the longest overdue first.
   * @throws Refused for a role and purpose to which the duty opens no plans; InvalidInput for what cannot be asked.
   */
  async page(first: number, after: string | null): Promise<OverduePepConnection> {
    if (first < 1 || first > mostOnAPage) throw new InvalidInput('first must be from 1 to 100.');
    const late = await this.late();
    const { items, hasNext } = pageOf(late, first, after);
    const edges = items.map((item) => ({ node: this.toNode(item), cursor: cursorOf(item) }));
    const pageInfo = { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null };
    return { edges, pageInfo, totalCount: late.length };
  }

  /** All of them whom the caller may see today. The duty to a child who has died is over. */
  private async late(): Promise<Late[]> {
    const { caller, today } = this.scope;
    const about = { holder: Domain.VIRTUAL_SCHOOL, about: Domain.SOCIAL_CARE, tier: 'T3', operation } as const;
    const rules = rulesFor(overduePepsPolicy, caller.claims, 'T2', 'READ');
    const from = { bases: [...new Set(rules.flatMap(({ through }) => through))] };
    const [written, duties] = await Promise.all([
      this.plans.listed(Permit.for(caller, overduePepsPolicy, { tier: 'T2', operation }), from),
      this.toMake.listed(Permit.forCopy(caller, about), from, academicTerm(today)),
    ]);
    return [...written].flatMap(([childId, seen]) => {
      const duty = duties.get(childId);
      if (!duty || seen.outcome !== 'FULL' || hasDied(seen.diedOn, today)) return [];
      const open = toldToMake(duty, today).filter(({ until }) => until > today);
      const plan = overdueOf(wholeOrNothing(seen), open, today);
      return plan ? [{ ...plan, childId }] : [];
    });
  }

  private toNode(late: Late): OverduePep {
    const { today } = this.scope;
    const { days } = Temporal.PlainDate.from(late.dueOn).until(today, { largestUnit: 'days' });
    return { child: { id: late.childId }, plan: toPlan(late, today, null), daysOverdue: days };
  }
}
