import type { EvidenceIdentifierType } from './record.js';

/**
 * A body that keeps records of people, as its source declares it: what the partnership needs to know in order to say whose
 * a record is, and whose word is shown. The partnership is handed these declarations and names no source of its own.
 */
export interface RecordSource {
  /** What its records name as their source, before the colon: `school-census` of `school-census:900001`. */
  readonly name: string;
  /** How the organisation after the colon is written. */
  readonly organisation: RegExp;
  /** Its own key for a person in the one form in which it is held; null where it is not one of that organisation's. */
  readonly keyOf: (key: string, organisation: string) => string | null;
  /** The same in words, for who sends a file that names it: `docs/formats.md`. */
  readonly written: { readonly organisation: string; readonly key: string };
  /**
   * Whose word is shown where sources say different things: the lowest. Numbers are spaced, so that another may come
   * between; no two sources have the same.
   */
  readonly precedence: number;
  /** The kinds of number its body issues: one that its record carries is verified. */
  readonly verifies: readonly EvidenceIdentifierType[];
  /**
   * The record system it is written from, where an organisation's system writes several kinds of file: all of them know
   * one person by one number. Left out where each organisation's file is a system by itself.
   */
  readonly system?: string;
  /** Whether being in its records says that a child lives in the council's area. */
  readonly showsResidence: boolean;
}
