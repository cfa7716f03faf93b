import { InvalidInput, Refused } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { mayReadLines, mayReadQuality } from './source-quality.policy.js';
import { everySource, linesOf } from './source-quality.repository.js';
import { toRejectedLine, toSourceQuality } from './source-quality.mapper.js';
import type { RejectedLine, SourceQuality } from './source-quality.type.js';

const mostLines = 200;
const about = { domain: Domain.PARTNERSHIP };

/** What came of the files of every source. */
export class SourceQualityService {
  constructor(private readonly scope: RequestScope) {}

  /** Every source of which files came. @throws Refused for a role that does not answer for what the hub holds. */
  async all(): Promise<SourceQuality[]> {
    const { caller, lookUp } = this.scope;
    if (!mayReadQuality(caller.claims))
      throw new Refused('Your role does not include how files of sources were taken.', about);
    return (await lookUp(everySource)).map(toSourceQuality);
  }

  /** Lines of a source that were not taken. @throws Refused for whoever does not bring its files, and InvalidInput. */
  async lines(source: string, first: number, after: string | null): Promise<RejectedLine[]> {
    const { caller, lookUp } = this.scope;
    if (first < 1 || first > mostLines) throw new InvalidInput('first must be from 1 to 200.');
    if (after !== null && !/^\d{1,6}$/.test(after)) throw new InvalidInput('after must be the id of a line.');
    if (!mayReadLines(caller.claims, source))
      throw new Refused('The lines of a source are shown to whoever brings its files.', about);
    return (await lookUp(linesOf(source, after === null ? -1 : Number(after), first))).map(toRejectedLine);
  }
}
