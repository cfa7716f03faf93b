import {
  type MapResult,
  type Mapped,
  type Parsed,
  type PersonEvidence,
  type Rejection,
  type SourceFormat,
} from './record.js';

/** What one pass over a source's files brings up: records ready to be resolved and written, and what was left behind. */
export interface Gathered<Fact> {
  readonly people: readonly { readonly person: PersonEvidence | null; readonly facts: readonly Fact[] }[];
  readonly facts: number;
  readonly rejections: readonly Rejection[];
}

/** When a batch is closed. */
export interface BatchLimits {
  /** A unit of work opens at most 1,000 children. */
  readonly people: number;
  readonly facts: number;
}

const usualBatch: BatchLimits = { people: 500, facts: 30_000 };

const keyOf = (person: PersonEvidence): string => `${person.source}\0${person.sourceKey}`;

/** Whether the second evidence about a person says nothing that the first did not. */
const sameEvidence = (a: PersonEvidence, b: PersonEvidence): boolean => JSON.stringify(a) === JSON.stringify(b);

class Batch<Fact> {
  constructor(private readonly limits: BatchLimits) {}

  private readonly byPerson = new Map<string, { person: PersonEvidence | null; facts: Fact[] }>();
  private readonly alone: { person: PersonEvidence | null; facts: Fact[] }[] = [];
  facts = 0;
  rejections: Rejection[] = [];

  /** Facts of one person are kept together, unless the file says two things about who that is. */
  add({ person, facts, leftOut }: Mapped<Fact>): void {
    this.facts += facts.length;
    this.rejections.push(...leftOut);
    const held = person ? this.byPerson.get(keyOf(person)) : undefined;
    if (person && held?.person && sameEvidence(held.person, person)) held.facts.push(...facts);
    else if (person && !held) this.byPerson.set(keyOf(person), { person, facts: [...facts] });
    else this.alone.push({ person, facts: [...facts] });
  }

  get full(): boolean {
    return (
      this.byPerson.size + this.alone.length >= this.limits.people ||
      this.facts >= this.limits.facts ||
      this.rejections.length >= this.limits.facts
    );
  }

  close(): Gathered<Fact> {
    return { people: [...this.byPerson.values(), ...this.alone], facts: this.facts, rejections: this.rejections };
  }
}

const isRejection = <Fields>(parsed: Parsed<Fields> | Rejection): parsed is Rejection => 'rule' in parsed;

/** Streams a source's files through parse and map, in batches. A file that is not of the format throws, as parse does. */
export async function* gather<Fields, Fact>(
  format: SourceFormat<Fields, Fact>,
  files: readonly string[],
  onRead: () => void,
  limits: BatchLimits = usualBatch,
): AsyncGenerator<Gathered<Fact>> {
  let batch = new Batch<Fact>(limits);
  for await (const parsed of format.parse(files)) {
    onRead();
    const result: MapResult<Fact> = isRejection(parsed) ? { rejected: [parsed] } : format.map(parsed);
    if ('taken' in result) batch.add(result.taken);
    else batch.rejections.push(...result.rejected);
    if (!batch.full) continue;
    yield batch.close();
    batch = new Batch<Fact>(limits);
  }
  yield batch.close();
}
