import { hash } from 'node:crypto';

/** A row that says of something what an earlier row of its file says otherwise. */
export interface Contradiction {
  readonly line: number;
  readonly earlier: number;
}

// Of a digest's hexadecimal digits: the key within a bucket, the bucket, and what is said.
const KEY = [0, 13] as const;
const BUCKET = [13, 16] as const;
const SAID = [0, 8] as const;

const part = (digest: string, [from, to]: readonly [number, number]): number => parseInt(digest.slice(from, to), 16);

/** Fingerprints side by side in plain numbers: 16 bytes a fact. */
class Bucket {
  private keys = new Float64Array(16);
  private said = new Uint32Array(16);
  private lines = new Uint32Array(16);
  private size = 0;

  add(key: number, said: number, line: number): void {
    if (this.size === this.keys.length) this.grow();
    this.keys[this.size] = key;
    this.said[this.size] = said;
    this.lines[this.size] = line;
    this.size += 1;
  }

  *contradictions(): Generator<Contradiction> {
    const first = new Map<number, number>();
    for (let at = 0; at < this.size; at++) {
      const key = this.keys[at] ?? 0;
      const before = first.get(key);
      if (before === undefined) first.set(key, at);
      else if (this.said[before] !== this.said[at])
        yield { line: this.lines[at] ?? 0, earlier: this.lines[before] ?? 0 };
    }
  }

  private grow(): void {
    const length = Math.ceil(this.size * 1.25);
    const [keys, said, lines] = [new Float64Array(length), new Uint32Array(length), new Uint32Array(length)];
    keys.set(this.keys);
    said.set(this.said);
    lines.set(this.lines);
    Object.assign(this, { keys, said, lines });
  }
}

/**
 * What the rows of one file say of which fact, as fingerprints: 64 bits of what the fact is of, 32 of what is said. Two
 * different facts are taken for one about once in a hundred thousand files of twenty million rows. Nothing of a record
 * can be read from it.
 */
export class FactIdentities {
  private readonly buckets = new Map<number, Bucket>();

  add(identity: string, said: string, line: number): void {
    const digest = hash('sha1', identity, 'hex');
    const name = part(digest, BUCKET);
    let bucket = this.buckets.get(name);
    if (!bucket) this.buckets.set(name, (bucket = new Bucket()));
    bucket.add(part(digest, KEY), part(hash('sha1', said, 'hex'), SAID), line);
  }

  /** Each row whose fact an earlier row says otherwise; the first to speak of a fact stands. */
  *contradictions(): Generator<Contradiction> {
    for (const bucket of this.buckets.values()) yield* bucket.contradictions();
  }
}
