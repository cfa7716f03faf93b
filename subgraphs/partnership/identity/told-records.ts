import { saysTheSame } from './golden.js';
import type { HeldRecord } from './held-record.js';
import type { KnownChildren } from './known-children.js';
import { recordKey } from './person-key.js';
import type { Resolution } from './resolution.js';

const words = ['given', 'family', 'dateOfBirth', 'postcode'] as const;

/** Whether there is a word to be kept that it said before. */
const saysOtherWords = (held: HeldRecord, record: HeldRecord): boolean =>
  words.some((word) => held[word] !== record[word]);

/** What the records of a batch say by now, beside what they said and were called before it. */
export class ToldRecords {
  private readonly told = new Map<string, HeldRecord>();
  /** By what a record is called now: its source's key of it before the batch. */
  private readonly calledBefore = new Map<string, string>();

  constructor(private readonly before: KnownChildren) {}

  set(record: HeldRecord): void {
    this.told.set(recordKey(record), record);
  }

  rename(from: HeldRecord, to: HeldRecord): void {
    const before = this.calledBefore.get(recordKey(from)) ?? from.sourceKey;
    this.told.delete(recordKey(from));
    this.calledBefore.delete(recordKey(from));
    this.calledBefore.set(recordKey(to), before);
    this.set(to);
  }

  /**
   * Those that say something else than before, the eldest first. A file that says two things of one person, in turn, ends
   * where it began when it comes again.
   */
  versions(): HeldRecord[] {
    const told = [...this.told.values()].sort((a, b) => a.arrival - b.arrival);
    return told.filter((record) => {
      const held = this.heldBefore(record);
      if (held?.deletedOn !== record.deletedOn || held.sourceKey !== record.sourceKey) return true;
      return held.claim?.state !== record.claim?.state || !saysTheSame(held, record);
    });
  }

  former(versions: readonly HeldRecord[]): Resolution['former'] {
    return versions
      .filter(({ deletedOn }) => deletedOn === null)
      .flatMap((record) => {
        const held = this.heldBefore(record);
        return held && saysOtherWords(held, record) ? [{ ...held, sourceKey: record.sourceKey }] : [];
      });
  }

  renamed(versions: readonly HeldRecord[]): Resolution['renamed'] {
    return versions.flatMap((record) => {
      const held = this.heldBefore(record);
      const { source, sourceKey: to } = record;
      return held && held.sourceKey !== to ? [{ source, from: held.sourceKey, to }] : [];
    });
  }

  private heldBefore({ source, sourceKey }: HeldRecord): HeldRecord | undefined {
    const before = this.calledBefore.get(recordKey({ source, sourceKey })) ?? sourceKey;
    return this.before.record({ source, sourceKey: before });
  }
}
