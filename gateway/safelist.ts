import { createHash } from 'node:crypto';
import { BoundedMap } from './bounded-map.js';
import { formOf } from './normal-form.js';
import type { RegisteredOperation } from './registered-operations.js';

/** The hash documents are named by: SHA-256, in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The list as it is at the moment; the same object until it changes. */
export type CurrentOperations = () => readonly RegisteredOperation[];

/** Texts that clients sent are remembered by their hash: so many bytes of them, and none that is longer, in characters. */
const most = { bytes: 16 * 1024 * 1024, length: 20_000, unlisted: 10_000 } as const;

const sentTexts = (): BoundedMap<string, string> =>
  new BoundedMap(most.bytes, (hash, text) => 2 * (hash.length + text.length));

/** The documents that may be asked in production: the hub's own, and those that partners registered. */
export class Safelist {
  private seen: readonly RegisteredOperation[] | undefined;
  private byHash = new Map<string, string>();
  private normals = new Set<string>();
  /** By the hash a client gave, or would give, to what it sent: how the text was found to be listed is not repeated. */
  private sent = sentTexts();
  /** Hashes of what was looked for and is not listed: it is not read again. */
  private unlisted = new BoundedMap<string, true>(most.unlisted);

  constructor(
    private readonly own: ReadonlyMap<string, string>,
    private readonly registered: CurrentOperations,
    private readonly maxTokens: number,
  ) {}

  /** Whether nothing is on it. */
  get empty(): boolean {
    this.refresh();
    return this.byHash.size === 0;
  }

  /** The document of a hash: a listed one's own, or one a client's form of it was sent with before. */
  named(hash: string): string | undefined {
    this.refresh();
    return this.byHash.get(hash) ?? this.sent.get(hash);
  }

  /** What was sent, without spaces and comments, where it is on the list: printed in any way, with `__typename` or without. */
  match(text: string): string | undefined {
    this.refresh();
    const hash = sha256(text);
    const known = this.byHash.get(hash) ?? this.sent.get(hash);
    if (known !== undefined) return known;
    if (this.unlisted.get(hash)) return undefined;
    const form = text.length <= most.length ? formOf(text, this.maxTokens) : undefined;
    if (!form || !this.normals.has(form.normal)) {
      this.unlisted.set(hash, true);
      return undefined;
    }
    this.remember(hash, form.compact);
    return form.compact;
  }

  /** Keeps a document a client sent with its hash, for when it sends the hash alone. */
  remember(hash: string, text: string): void {
    if (text.length <= most.length) this.sent.set(hash, text);
  }

  private refresh(): void {
    const now = this.registered();
    if (now === this.seen) return;
    const texts = [...this.own.values(), ...now.map(({ text }) => text)];
    this.byHash = new Map([...this.own, ...now.map(({ text }) => [sha256(text), text] as const)]);
    this.normals = new Set(texts.flatMap((text) => formOf(text, this.maxTokens)?.normal ?? []));
    this.sent = sentTexts();
    this.unlisted = new BoundedMap(most.unlisted);
    this.seen = now;
  }
}
