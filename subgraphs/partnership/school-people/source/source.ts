import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import type { DirectoryFact } from './fact.js';
import { heldDirectories } from './held-directories.repository.js';
import type { SchoolPeopleFields } from './parse.js';
import { schoolPeopleOf } from './school-people.js';
import { writeDirectories } from './write.js';

/**
 * Who holds which post at schools: when a school year begins, and whenever somebody comes or goes. One batch, for a directory is
 * put in the place of what was held of it, which needs all its rows; a thousand schools have some ten thousand.
 */
export const schoolPeopleSource: IngestSource<SchoolPeopleFields, DirectoryFact> = {
  format: schoolPeopleOf({ today: '2026-11-20', knows: () => true, toldOn: () => undefined }),
  formatKept: async (lookUp) => schoolPeopleOf(await heldDirectories(lookUp)),
  records: null,
  tiers: ['EXISTENCE'],
  expectedEvery: '400 days',
  batch: { people: Infinity, facts: Infinity },
  write: writeDirectories,
};
