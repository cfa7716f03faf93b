import { subgraphOf } from '../../platform/subgraph/subgraph-of.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { attendance } from './attendance/concept.js';
import { attention } from './attention/concept.js';
import { change } from './change/concept.js';
import { child } from './child/concept.js';
import { cohort } from './cohort/concept.js';
import { cohortAttendance } from './cohort-attendance/concept.js';
import { virtualSchoolServices } from './context.js';
import { cohortFigures } from './cohort-figures/concept.js';
import { cohortSuspensions } from './cohort-suspensions/concept.js';
import { keptCopies } from './kept-copies/concept.js';
import { overduePeps } from './overdue-peps/concept.js';
import { pep } from './pep/concept.js';
import { suspension } from './suspension/concept.js';
import { triangulation } from './triangulation/concept.js';

/** The virtual school: cohorts, the attendance of children in them, and Personal Education Plans. */
export const subgraph = subgraphOf({
  domain: Domain.VIRTUAL_SCHOOL,
  services: virtualSchoolServices,
  concepts: [
    child,
    cohort,
    attendance,
    suspension,
    cohortAttendance,
    cohortFigures,
    cohortSuspensions,
    keptCopies,
    pep,
    overduePeps,
    triangulation,
    attention,
    change,
  ],
});
