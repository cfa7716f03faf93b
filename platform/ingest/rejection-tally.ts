import type { Rejection } from './record.js';

/** How often one rule met one reason. */
export interface RejectionCount {
  readonly rule: string;
  readonly reason: string;
  readonly count: number;
}

/** Counts rejections by rule and reason. Its size is bounded by the rules, never by the file. */
export class RejectionTally {
  private readonly counts = new Map<string, { rule: string; reason: string; count: number }>();

  add(rejections: readonly Rejection[]): void {
    for (const { rule, reason } of rejections) {
      const key = `${rule}\n${reason}`;
      const entry = this.counts.get(key) ?? { rule, reason, count: 0 };
      entry.count += 1;
      this.counts.set(key, entry);
    }
  }

  /** Most frequent first, then by rule. */
  byRule(): RejectionCount[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count || a.rule.localeCompare(b.rule));
  }

  total(): number {
    return [...this.counts.values()].reduce((sum, { count }) => sum + count, 0);
  }
}
