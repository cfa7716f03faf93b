import { Refused } from '../../../platform/errors/hub-error.js';
import { type Batch, batch } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { toDirectory } from './school-directory.mapper.js';
import type { SchoolDirectory } from './school-directory.type.js';
import { peopleOfSchools, type StoredDirectory } from './school-people.repository.js';
import { mayReadPosts } from './school-people.policy.js';

/** Who holds which post at a school. */
export class SchoolDirectoryService {
  private readonly bySchool: Batch<StoredDirectory | null>;

  constructor(private readonly scope: RequestScope) {
    this.bySchool = batch(
      async (urns) => new Map((await scope.lookUp(peopleOfSchools(urns))).map((one) => [one.urn, one])),
      () => null,
    );
  }

  /** On a day; today where null. @throws Refused for a role that has nothing to do with schools. */
  async ofSchool(urn: string, day: string | null): Promise<SchoolDirectory> {
    const { caller, today } = this.scope;
    if (!mayReadPosts(caller.claims))
      throw new Refused('Your role does not reach who works at schools.', { domain: Domain.PARTNERSHIP });
    return toDirectory(await this.bySchool.load(urn), day ?? today);
  }
}
