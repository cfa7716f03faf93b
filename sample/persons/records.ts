import type { Random } from '../random.js';
import { agencies, type Agency, type TrueChild } from './person.js';
import { carelessness, holding, secondRecordCarelessness } from './rates.js';
import { writtenRecord, type WrittenRecord } from './written-record.js';

/** Everything the agencies hold of one child: none, one or, where the first was not found again, two records each. */
export function recordsOf(
  random: Random,
  child: TrueChild,
  siblings: readonly TrueChild[],
  asAt: string,
): readonly WrittenRecord[] {
  return agencies.flatMap((agency) => {
    if (!random.chance(shareHeld(agency, child))) return [];
    const slip = carelessness[agency];
    const first = writtenRecord({ random, agency, slip, asAt }, child, siblings);
    if (!random.chance(holding.twice)) return [first];
    const inHaste = { random, agency, slip: slip * secondRecordCarelessness, asAt };
    for (;;) {
      const second = writtenRecord(inHaste, child, siblings);
      if (keyOf(second) !== keyOf(first)) return [first, second];
    }
  });
}

/** How likely the agency is to hold the child. */
function shareHeld(agency: Agency, { age, born, familyKnown, placement }: TrueChild): number {
  switch (agency) {
    case 'education':
      if (age < 3) return 0;
      if (age === 3) return holding.education.threeYearOld;
      return age < 19 ? holding.education.pupil : holding.education.from19;
    case 'health':
      return born ? holding.health : 0;
    case 'social-care':
      if (!born || placement) return 1;
      return familyKnown ? holding.socialCareOfFamily : 0;
  }
}

/** What a clerk searches by before opening a new record. */
function keyOf({ record }: WrittenRecord): string {
  return [record.given, record.family, record.dateOfBirth, record.postcode].join('|');
}
