import type { Judged } from './judge.js';
import type { Pieces } from './pieces.js';
import type { Mapped, PersonEvidence, Place } from './record.js';
import { keyOf } from './told-people.js';

/** A person's facts, and the records they are of. */
interface Told<Fact> {
  readonly person: PersonEvidence | null;
  readonly facts: readonly Fact[];
  readonly places: readonly Place[];
}

/** What one batch brings up: records ready to be resolved and written. */
export interface Gathered<Fact> {
  readonly people: readonly Told<Fact>[];
}

/** When a batch is closed. */
export interface BatchLimits {
  /** A unit of work opens at most 1,000 children. */
  readonly people: number;
  readonly facts: number;
}

export const usualBatch: BatchLimits = { people: 500, facts: 30_000 };

/** Whether the second evidence about a person says nothing that the first did not. */
const sameEvidence = (a: PersonEvidence, b: PersonEvidence): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

interface Held<Fact> {
  person: PersonEvidence | null;
  facts: Fact[];
  places: Place[];
}

class Batch<Fact> {
  constructor(private readonly limits: BatchLimits) {}

  private readonly byPerson = new Map<string, Held<Fact>>();
  private readonly alone: Held<Fact>[] = [];
  private last: Held<Fact> | undefined;
  private facts = 0;

  /** Facts of one person are kept together, unless the file says two things about who that is. */
  add({ person, facts, place }: Mapped<Fact>): void {
    this.facts += facts.length;
    const held = person ? this.heldOf(person) : undefined;
    if (person && held?.person && sameEvidence(held.person, person)) {
      held.facts.push(...facts);
      held.places.push(place);
      this.last = held;
    } else if (person && !held)
      this.byPerson.set(keyOf(person.source, person.sourceKey), { person, facts: [...facts], places: [place] });
    else this.alone.push({ person, facts: [...facts], places: [place] });
  }

  /** Rows of one person follow one another. */
  private heldOf(person: PersonEvidence): Held<Fact> | undefined {
    if (this.last?.person === person) return this.last;
    return this.byPerson.get(keyOf(person.source, person.sourceKey));
  }

  get full(): boolean {
    const { people, facts } = this.limits;
    return this.byPerson.size + this.alone.length >= people || this.facts >= facts;
  }

  close(): Gathered<Fact> {
    return { people: [...this.byPerson.values(), ...this.alone] };
  }
}

/** Gathers judged records into batches; `refuses` says of a record that is good by itself whether it is left behind. */
export async function* gather<Fact>(
  judged: Pieces<Judged<Fact>>,
  limits: BatchLimits,
  refuses: (place: Place) => boolean = () => false,
): AsyncGenerator<Gathered<Fact>> {
  let batch = new Batch<Fact>(limits);
  for await (const piece of judged)
    for (const { place, result } of piece) {
      if ('taken' in result && !refuses(place)) batch.add(result.taken);
      if (!batch.full) continue;
      yield batch.close();
      batch = new Batch<Fact>(limits);
    }
  yield batch.close();
}
