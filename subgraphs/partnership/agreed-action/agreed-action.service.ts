import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { toAction } from './agreed-action.mapper.js';
import { agreedActionPolicy, schoolsActionPolicy } from './agreed-action.policy.js';
import type { AgreedActionRepository, StoredAction } from './agreed-action.repository.js';
import type { AgreedAction } from './agreed-action.type.js';
import { standsInWeek } from './stands-in-week.js';

/** What was agreed to be done for children, as far as the caller may see it. */
export class AgreedActionService {
  private readonly byChild: RecordReader<StoredAction, readonly StoredAction[]>;

  constructor(scope: RequestScope, actions: AgreedActionRepository) {
    const operation = 'attendanceTriangulation.actions';
    const teams = Permit.for(scope.caller, schoolsActionPolicy, { tier: 'T2', operation });
    this.byChild = new RecordReader(scope, {
      permit: Permit.for(scope.caller, agreedActionPolicy, { tier: 'T4', operation }),
      read: (plans, ids) => actions.ofChildren({ plans, teams }, ids),
      // An action is words about the child: told whole, or not.
      tell: wholeOrNothing,
      untold: [],
    });
  }

  /**
   * What stood in the week that begins on a Monday, what is to be done soonest first; none for a child who may not be seen.
   * @throws Refused for a role and purpose that is shown no child's.
   */
  async ofWeek(childId: string, monday: string): Promise<AgreedAction[]> {
    return (await this.byChild.of(childId)).filter((one) => standsInWeek(one, monday)).map(toAction);
  }
}
