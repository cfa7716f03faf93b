import type { DateBounds } from './bounds.js';
import type { Interval } from './interval.js';
import type { Pieces } from './pieces.js';

/**
 * The shapes every ingest source passes along: parse (pure) → map (pure) → resolve to a child → write.
 * A source never sees a child id before the partnership has resolved one, and never a database before that.
 */

/** The partnership's identifier types that a source may carry evidence of. */
export type EvidenceIdentifierType = 'UPN' | 'NHS_NUMBER' | 'SOCIAL_CARE_ID' | 'ULN';

/** What a source says about who a record is about. Every value is normalised; an invalid identifier is left out. */
export interface PersonEvidence {
  /** The source's name, for example `school-census`, with its organisation: `school-census:900123`. */
  readonly source: string;
  /** The source's own stable key for the person: the same key in the next file is the same person. */
  readonly sourceKey: string;
  readonly given: string | null;
  readonly family: string | null;
  readonly preferred: string | null;
  readonly previousFamily: string | null;
  /** ISO date; null where not known or not yet born. */
  readonly dateOfBirth: string | null;
  readonly sex: 'FEMALE' | 'MALE' | 'UNKNOWN';
  readonly postcode: string | null;
  readonly identifiers: readonly { readonly type: EvidenceIdentifierType; readonly value: string }[];
  /** The file gives the same key to somebody else, too: a given name that differs is then no correction. */
  readonly keyIsShared?: boolean;
  /** The source asks for what it said of this record to be deleted. */
  readonly deleted?: boolean;
}

/** Whose record it is, as the partnership answers. */
export interface ResolvedPerson {
  /**
   * The record's own id; null for one that comes back after its source asked for it to be deleted, or, where its number is
   * disputed, that does not say which of two people it is of: nothing is written of it.
   */
  readonly childId: string | null;
  /** A person will be asked whose it is. */
  readonly inReview: boolean;
  /** Its source gives its number to somebody else, too: neither holds it until a person has decided. */
  readonly numberDisputed: boolean;
  /** What was held of it until now is deleted, as its source asks with this record. */
  readonly deleted: boolean;
}

/** Where a record stands in its file, so that its sender can find it. Never holds a value of the record. */
export interface Place {
  readonly file: string;
  /** One-based line of the file. */
  readonly line: number;
}

/** Why something of a file was not taken: the rule, and a sentence for its sender. Never the value. */
interface NotTaken extends Place {
  readonly rule: string;
  readonly reason: string;
}

/** Why a whole record was not taken. A record with several faults has one for each. */
export interface Rejection extends NotTaken {
  readonly whole: true;
}

/** Why one part of a record was left out although the record was taken. */
export interface Omission extends NotTaken {
  readonly whole: false;
}

/** Either: what a sender is told of a file. */
export type Fault = Rejection | Omission;

/** One record as parsed: its fields by column name, and where it stood. */
export interface Parsed<Fields> extends Place {
  readonly fields: Fields;
  /** The columns that its file lacks altogether: of them it says nothing, where a blank value says that there is none. */
  readonly lacks?: ReadonlySet<string>;
}

/**
 * A mapped record: who it is about, the facts to write, and what had to be left out on the way.
 * `person` is null for reference data (schools).
 */
export interface Mapped<Fact> {
  readonly place: Place;
  readonly person: PersonEvidence | null;
  readonly facts: readonly Fact[];
  /** Parts that were left out although the record was taken, for example a UPN whose check letter is wrong. */
  readonly leftOut: readonly Omission[];
}

/** Either a mapped record or the rejection of the whole record. */
export type MapResult<Fact> = { readonly taken: Mapped<Fact> } | { readonly rejected: readonly Rejection[] };

/** One line of a format that we invented, for the parser, the sample writer and docs/formats.md alike. */
export interface Column {
  readonly name: string;
  readonly required: boolean;
  /** A file may lack the column altogether, as files made before there was one do; its values are then blank. */
  readonly mayLack?: boolean;
  /** What it means, with unit or code set. */
  readonly meaning: string;
  readonly example: string;
  /** In characters: the longest value that is taken, where it is not `usualLength`. */
  readonly longest?: number;
}

/** What a subgraph's ingest folder offers for one source. */
export interface SourceFormat<Fields, Fact> {
  /** The word after `hub ingest`. */
  readonly name: string;
  /** Empty for formats others define (XML). */
  readonly columns: readonly Column[];
  /** Streams records; a record that cannot be read is yielded as a rejection, a file that is not of the format throws InvalidInput. */
  parse(files: readonly string[]): Pieces<Parsed<Fields> | Rejection>;
  /** `bounds` are those of the hub's day: what a date of each kind may be. */
  map(parsed: Parsed<Fields>, bounds: DateBounds): MapResult<Fact>;
  /**
   * What a fact is about, of a person (the source's key; blank for reference data): where two rows of one file have the
   * same and say different things of it, the later is rejected. Left out where a format says by itself what stands twice.
   */
  identityOf?(fact: Fact, person: string): string;
  /**
   * Days that a fact holds, and of what, of a person: where two rows of one file hold a day of the same, the one that
   * begins later is rejected. Of the same first day they are one fact, which `identityOf` is for.
   */
  spanOf?(fact: Fact, person: string): { readonly of: string; readonly days: Interval };
  /** Its rows are of different days: of one person, they may tell a name of before and a name of after. */
  readonly ofManyDays?: boolean;
  /** Its files are the tables of one set, joined: none holds records by itself. */
  readonly joinsFiles?: boolean;
}
