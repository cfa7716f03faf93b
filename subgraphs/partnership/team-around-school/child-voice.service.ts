import { Permit } from '../../../platform/access/permit.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { Voice } from '../../../platform/vocabulary/voice.js';
import { voicesOf } from './agenda-item.mapper.js';
import type { SaidItem, SaidRepository } from './said.repository.js';
import { teamAroundSchoolPolicy } from './team-around-school.policy.js';

/** What children and parents said themselves, as far as the caller may see it. */
export class ChildVoiceService {
  private readonly byChild: RecordReader<SaidItem, readonly SaidItem[]>;

  constructor(scope: RequestScope, said: SaidRepository) {
    this.byChild = new RecordReader(scope, {
      permit: Permit.for(scope.caller, teamAroundSchoolPolicy, { tier: 'T2', operation: 'child.voices' }),
      read: (permit, ids) => said.ofChildren(permit, ids, scope.today),
      // Somebody's own words are told whole, or not.
      tell: wholeOrNothing,
      untold: [],
    });
  }

  /** @throws Refused for a role and purpose that is shown no child's. */
  async ofChild(childId: string): Promise<Voice[]> {
    return (await this.byChild.of(childId)).flatMap(voicesOf);
  }
}
