import { z } from 'zod';
import { academicTerm, daysOfTerm } from '../../../../platform/code-sets/academic-term.js';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import { Figures } from '../../../../platform/figures/figures.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { pepComplianceCube } from './pep-compliance.cube.js';
import type { PepCompliance } from './pep-compliance.type.js';
import { toldExactly, toldHidden } from './told-compliance.js';

const count = z.int().nonnegative();
const row = z.object({
  ...{ told: z.boolean(), eligible: count, completed: count, overdue: count },
  ...{ red: count, amber: count, green: count, unjudged: count },
});

/** How far the plans of a term are done, told as far as the caller is entitled to. */
export class PepComplianceService {
  private readonly figures: Figures;

  constructor(private readonly scope: RequestScope) {
    this.figures = new Figures(scope);
  }

  /** @throws InvalidInput for what is no term, has not begun, or is before any plan was told of; Refused by role and purpose. */
  async of(term: string): Promise<PepCompliance> {
    const { today } = this.scope;
    const days = daysOfTerm(term);
    if (!days) throw new InvalidInput('term must be an academic year and a term, for example 2026/27 Autumn.');
    if (days.from > today) throw new InvalidInput('term has not begun.');
    const question = { term, current: academicTerm(today) };
    const { rows, entitled } = await this.figures.ask(pepComplianceCube, question, (one) => row.parse(one));
    const [counts] = rows;
    if (!counts?.told) throw new InvalidInput('term is before any Personal Education Plan that is held.');
    const told = entitled === 'WHOLE' ? toldExactly(counts) : toldHidden(counts);
    return { term, ...days, basis: 'child', asAt: today, ...told };
  }
}
