import { subgraphOf } from '../../platform/subgraph/subgraph-of.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { attendance } from './attendance/concept.js';
import { attendanceCorrection } from './attendance-correction/concept.js';
import { attendanceThreshold } from './attendance-threshold/concept.js';
import { attention } from './attention/concept.js';
import { change } from './change/concept.js';
import { child } from './child/concept.js';
import { educationServices } from './context.js';
import { enrolment } from './enrolment/concept.js';
import { notice } from './notice/concept.js';
import { riskOfExclusion } from './risk-of-exclusion/concept.js';
import { school } from './school/concept.js';
import { schoolAttendance } from './school-attendance/concept.js';
import { schoolCalendar } from './school-calendar/concept.js';
import { schoolWeek } from './school-week/concept.js';
import { sixthDayFigures } from './sixth-day-figures/concept.js';
import { suspensionFigures } from './suspension-figures/concept.js';
import { suspension } from './suspension/concept.js';
import { unidentifiedSen } from './unidentified-sen/concept.js';

/** Education: schools, rolls and the special educational provision they show, attendance. */
export const subgraph = subgraphOf({
  domain: Domain.EDUCATION,
  services: educationServices,
  concepts: [
    child,
    school,
    schoolAttendance,
    enrolment,
    attendance,
    attendanceCorrection,
    attendanceThreshold,
    schoolWeek,
    schoolCalendar,
    suspension,
    riskOfExclusion,
    suspensionFigures,
    sixthDayFigures,
    unidentifiedSen,
    notice,
    attention,
    change,
  ],
});
