/** What one question may cost before anything is looked up. Counts are after fragments are spread out. */
export interface Limits {
  /** Of a request's body. */
  readonly bodyBytes: number;
  /** Of a document's text, in characters. */
  readonly characters: number;
  readonly tokens: number;
  /** Brackets of any kind within one another: what reads a document goes down by one for each. */
  readonly brackets: number;
  /** Operations and fragments of a document, used or not. */
  readonly definitions: number;
  /** Fields within fields. */
  readonly depth: number;
  /** Selection sets within selection sets, those of fragments included. */
  readonly nesting: number;
  /** `__typename` under another name counts too, or it would be a way round. */
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Of all operations of a document together. */
  readonly fields: number;
  /** Fragments, inline ones too, each as often as it is spread; of all operations together. */
  readonly fragments: number;
  /** Fields of one name in one place of the answer. */
  readonly namesakes: number;
  /** Work of telling whether namesakes mean the same: each is compared with each, arguments included. */
  readonly comparisons: number;
}

/** `docs/decisions/0023-what-a-question-may-cost.md` says what each keeps away. */
export const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  characters: 64 * 1024,
  tokens: 2000,
  brackets: 64,
  definitions: 60,
  depth: 12,
  nesting: 40,
  aliases: 15,
  rootFields: 10,
  directives: 20,
  fields: 1000,
  fragments: 300,
  namesakes: 25,
  comparisons: 5000,
};
