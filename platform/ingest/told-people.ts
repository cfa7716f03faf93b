import { normaliseName } from '../identity-client/identifier/name.js';
import type { PersonEvidence } from './record.js';

/** What a file has said so far of who a key is. */
interface Told {
  /** As last written: normalising costs more than all the rest, and the next row mostly says the same. */
  written: string | null;
  given: string;
  dateOfBirth: string;
  sex: PersonEvidence['sex'];
}

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

/**
 * Who the keys of one file are: finds those of which it says two different things, by given name as names are compared,
 * date of birth or sex. What a row leaves blank contradicts nothing, and a family name may change.
 */
export class ToldPeople {
  private readonly told = new Map<string, Told>();
  private readonly two = new Set<string>();

  constructor(
    /** The rows are of different days: a given name that changes between them is one person's. */
    private readonly namesMayChange = false,
  ) {}

  add({ source, sourceKey, given, dateOfBirth, sex }: PersonEvidence): void {
    const key = keyOf(source, sourceKey);
    const before = this.told.get(key);
    const same = before?.written === given;
    const now = {
      written: given,
      given: same ? before.given : normaliseName(given ?? ''),
      dateOfBirth: dateOfBirth ?? '',
      sex,
    };
    if (!before) this.told.set(key, now);
    else if (
      (!this.namesMayChange && differ(before.given, now.given)) ||
      differ(before.dateOfBirth, now.dateOfBirth) ||
      (before.sex !== 'UNKNOWN' && sex !== 'UNKNOWN' && before.sex !== sex)
    )
      this.two.add(key);
    else {
      before.given ||= now.given;
      before.dateOfBirth ||= now.dateOfBirth;
      if (before.sex === 'UNKNOWN') before.sex = sex;
    }
  }

  /** The keys of which two different things were said. */
  shared(): ReadonlySet<string> {
    return this.two;
  }
}

/** A source's own key, with its source. */
export function keyOf(source: string, sourceKey: string): string {
  return `${source}\0${sourceKey}`;
}
