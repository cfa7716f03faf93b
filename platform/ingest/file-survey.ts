import { FactIdentities } from './fact-identities.js';
import { FactSpans } from './fact-spans.js';
import { FaultLedger } from './fault-ledger.js';
import type { Judged } from './judge.js';
import type { Pieces } from './pieces.js';
import type { Mapped, PersonEvidence, Place, Rejection, SourceFormat } from './record.js';
import { keyOf, ToldPeople } from './told-people.js';

/** What is remembered of the file that is being read, until it ends. */
class OpenFile {
  readonly identities = new FactIdentities();
  readonly spans = new FactSpans();
  readonly people: ToldPeople;
  /** Of the last row's person: rows of one follow one another. */
  private last: { readonly person: PersonEvidence; readonly words: string; readonly key: string } | undefined;

  constructor(
    readonly name: string,
    namesMayChange: boolean,
  ) {
    this.people = new ToldPeople(namesMayChange);
  }

  /** The words and the key of a row's person, who is remembered. */
  whose(person: PersonEvidence): { readonly words: string; readonly key: string } {
    if (this.last?.person !== person) {
      this.people.add(person);
      this.last = { person, words: wordsOf(person), key: keyOf(person.source, person.sourceKey) };
    }
    return this.last;
  }
}

const contradicts = (place: Place, earlier: number): Rejection => ({
  ...place,
  rule: 'contradicts-an-earlier-row',
  reason: `Line ${earlier} says otherwise of the same, and stands: which of the two is right, only the sender knows.`,
  whole: true,
});

const overlaps = (place: Place, earlier: number): Rejection => ({
  ...place,
  rule: 'overlaps-an-earlier-row',
  reason: `Line ${earlier} holds days of the same, begun before, and stands: which of the two is right, only the sender knows.`,
  whole: true,
});

/** Who a row says its person is. Rows that differ in it are two people's, or one's under two names: not a contradiction. */
const wordsOf = ({ source, sourceKey, given, family, dateOfBirth, sex }: PersonEvidence): string =>
  [keyOf(source, sourceKey), given, family, dateOfBirth, sex].join('\0');

/**
 * The first reading of a source's files, before anything of them is written: what of them cannot be taken, which rows
 * contradict an earlier row of their file, and under which keys a file speaks of two people. It remembers one file at a
 * time, 16 bytes a fact and some hundred a person; of the files that ended, what was found alone.
 */
export class FileSurvey<Fact> {
  readonly faults = new FaultLedger();
  /** Records read; those of which nothing is taken; and by file, those that are. */
  read = 0;
  rejected = 0;
  readonly taken = new Map<string, number>();
  private readonly contradicted = new Map<string, Map<number, Rejection>>();
  private readonly shared = new Map<string, ReadonlySet<string>>();
  private open: OpenFile | undefined;

  constructor(private readonly format: Pick<SourceFormat<never, Fact>, 'identityOf' | 'spanOf' | 'ofManyDays'>) {}

  /** Reads on, passing every record along as it comes; afterwards the survey is complete. */
  async *reading(records: Pieces<Judged<Fact>>): AsyncGenerator<readonly Judged<Fact>[]> {
    for await (const piece of records) {
      for (const judged of piece) this.see(judged);
      yield piece;
    }
    this.close();
  }

  /** Why a record that is good by itself is not taken: an earlier row of its file says otherwise. */
  contradiction(place: Place): Rejection | null {
    return this.contradicted.get(place.file)?.get(place.line) ?? null;
  }

  /** Whether a file says two different things of who a source's key is: a number that two people were given. */
  isShared(file: string, source: string, sourceKey: string): boolean {
    return this.shared.get(file)?.has(keyOf(source, sourceKey)) ?? false;
  }

  private see({ place, result }: Judged<Fact>): void {
    this.read += 1;
    if (this.open?.name !== place.file) {
      this.close();
      this.open = new OpenFile(place.file, this.format.ofManyDays ?? false);
    }
    if ('rejected' in result) {
      this.rejected += 1;
      this.faults.add(result.rejected);
      return;
    }
    this.taken.set(place.file, (this.taken.get(place.file) ?? 0) + 1);
    this.faults.add(result.taken.leftOut);
    this.remember(this.open, result.taken);
  }

  private remember(file: OpenFile, { person, facts, place }: Mapped<Fact>): void {
    const { identities, spans } = file;
    const { words, key } = person ? file.whose(person) : { words: '', key: '' };
    for (const fact of facts) {
      const identity = this.format.identityOf?.(fact, words);
      if (identity !== undefined) identities.add(identity, `${key}\0${JSON.stringify(fact)}`, place.line);
      const span = this.format.spanOf?.(fact, words);
      if (span !== undefined) spans.add(span.of, span.days, place.line);
    }
  }

  private close(): void {
    if (!this.open) return;
    const { name: file, identities, spans, people } = this.open;
    const found = new Map<number, Rejection>();
    for (const { line, earlier } of identities.contradictions()) found.set(line, contradicts({ file, line }, earlier));
    for (const { line, earlier } of spans.overlaps(found)) found.set(line, overlaps({ file, line }, earlier));
    this.contradicted.set(file, found);
    this.shared.set(file, people.shared());
    this.rejected += found.size;
    this.taken.set(file, (this.taken.get(file) ?? 0) - found.size);
    this.faults.add([...found.values()]);
    this.open = undefined;
  }
}
