import { subgraphOf } from '../../platform/subgraph/subgraph-of.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { agreedAction } from './agreed-action/concept.js';
import { attention } from './attention/concept.js';
import { change } from './change/concept.js';
import { child } from './child/concept.js';
import { claim } from './claim/concept.js';
import { partnershipServices } from './context.js';
import { death } from './death/concept.js';
import { deletion } from './deletion/concept.js';
import { explanation } from './explanation/concept.js';
import { identity } from './identity/concept.js';
import { matchReview } from './match-review/concept.js';
import { meetingPack } from './meeting-pack/concept.js';
import { notice } from './notice/concept.js';
import { organisation } from './organisation/concept.js';
import { roll } from './roll/concept.js';
import { schoolCalendar } from './school-calendar/concept.js';
import { schoolPeople } from './school-people/concept.js';
import { search } from './search/concept.js';
import { sourceQuality } from './source-quality/concept.js';
import { team } from './team/concept.js';
import { teamAroundSchool } from './team-around-school/concept.js';

/** Partnership: who a child is, and who is around them. */
export const subgraph = subgraphOf({
  domain: Domain.PARTNERSHIP,
  services: partnershipServices,
  concepts: [
    child,
    search,
    claim,
    team,
    explanation,
    identity,
    matchReview,
    organisation,
    teamAroundSchool,
    roll,
    schoolPeople,
    schoolCalendar,
    agreedAction,
    attention,
    change,
    meetingPack,
    notice,
    death,
    deletion,
    sourceQuality,
  ],
});
