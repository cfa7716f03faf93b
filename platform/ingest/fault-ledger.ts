import type { Fault } from './record.js';

/** How often one rule met one reason. */
export interface FaultCount {
  readonly rule: string;
  readonly reason: string;
  readonly count: number;
}

interface Entry {
  readonly file: string;
  readonly rule: string;
  readonly reason: string;
  readonly whole: boolean;
  readonly lines: number[];
}

/**
 * Everything that was not taken of some files, by file, rule and reason. Of each it keeps the line alone, so that a
 * million rows with one fault are a few megabytes.
 */
export class FaultLedger {
  private readonly entries = new Map<string, Entry>();

  add(faults: readonly Fault[]): void {
    for (const { file, line, rule, reason, whole } of faults) {
      const key = [file, rule, reason, whole].join('\n');
      const entry = this.entries.get(key) ?? { file, rule, reason, whole, lines: [] };
      entry.lines.push(line);
      this.entries.set(key, entry);
    }
  }

  /** How often each rule was met: by whole records, or by parts that were left out of one. */
  counts(kind: { readonly whole: boolean }): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { rule, whole, lines } of this.entries.values())
      if (whole === kind.whole) counts[rule] = (counts[rule] ?? 0) + lines.length;
    return counts;
  }

  /** Most frequent first, then by rule. */
  byRule(): FaultCount[] {
    return [...this.entries.values()]
      .map(({ rule, reason, lines }) => ({ rule, reason, count: lines.length }))
      .sort((a, b) => b.count - a.count || a.rule.localeCompare(b.rule));
  }

  total(): number {
    return [...this.entries.values()].reduce((sum, { lines }) => sum + lines.length, 0);
  }

  /** Every fault: file by file as they were given, in the order of the lines. */
  *inOrder(): Generator<Fault> {
    const entries = [...this.entries.values()];
    for (const file of new Set(entries.map((entry) => entry.file))) {
      const own = entries.filter((entry) => entry.file === file);
      const places = own.flatMap((entry) => entry.lines.map((line) => ({ line, entry })));
      for (const { line, entry } of places.sort((a, b) => a.line - b.line)) {
        const { rule, reason, whole } = entry;
        yield { file, line, rule, reason, whole };
      }
    }
  }
}
