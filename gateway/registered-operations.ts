import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** One operation with the fragments it needs, as a partner registered it. */
export interface RegisteredOperation {
  readonly name: string;
  readonly text: string;
}

const fileSchema = z.object({
  operations: z.array(z.object({ name: z.string(), text: z.string() })),
});

/** A client's name is a file's name: it must be nothing else. */
const clientName = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The operations that partners' clients may ask in production, beside the hub's own: one file a client, readable by
 * its owner only. A running gateway notices a file that came, changed or went by the folder itself, which every
 * replacing of a file touches.
 */
export class RegisteredOperations {
  private seen: string | undefined;
  private held: readonly RegisteredOperation[] = [];

  constructor(private readonly folder: string) {}

  /** All clients' operations: the same list until the folder changes. A file that cannot be read counts as none. */
  current(): readonly RegisteredOperation[] {
    const now = stampOf(this.folder);
    if (now === this.seen) return this.held;
    this.seen = now;
    this.held = this.files().flatMap((file) => read(file) ?? []);
    return this.held;
  }

  /** Adds to what the client has; the same text again changes nothing. Answers how many are new. InvalidInput for a name that cannot be a client's, or a file that cannot be read. */
  add(client: string, operations: readonly RegisteredOperation[]): number {
    if (!clientName.test(client)) {
      throw new InvalidInput('A client is called by small letters, digits and hyphens, 64 at most.');
    }
    const file = path.join(this.folder, `${client}.json`);
    const had = existsSync(file) ? read(file) : [];
    if (!had) throw new InvalidInput(`The operations of ${client} cannot be read: look at ${file}.`);
    const known = new Set(had.map(({ text }) => text));
    const fresh = operations.filter(({ text }) => !known.has(text));
    if (fresh.length > 0) this.write(file, [...had, ...fresh]);
    return fresh.length;
  }

  private files(): string[] {
    if (!existsSync(this.folder)) return [];
    const names = readdirSync(this.folder).filter((name) => clientName.test(name.replace(/\.json$/, '')));
    return names.sort().map((name) => path.join(this.folder, name));
  }

  /** Whole or not at all: a gateway may read at any moment. */
  private write(file: string, operations: readonly RegisteredOperation[]): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const beside = `${file}.new`;
    writeFileSync(beside, `${JSON.stringify({ operations }, null, 2)}\n`, { mode: 0o600 });
    chmodSync(beside, 0o600);
    renameSync(beside, file);
  }
}

function stampOf(folder: string): string {
  const found = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return found ? `${String(found.ino)} ${String(found.mtimeNs)}` : '';
}

function read(file: string): readonly RegisteredOperation[] | undefined {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).operations;
  } catch {
    return undefined;
  }
}
