import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { InvalidInput } from '../errors/hub-error.js';
import type { Claims } from './claims.js';

/** Who may speak in a system's name: one subject, one purpose, and the operations it is for, as `DOMAIN:operation`. */
export interface SystemBinding {
  readonly subject: string;
  readonly purpose: string;
  readonly operations: readonly string[];
}

const binding = z.object({ subject: z.string(), purpose: z.string(), operations: z.array(z.string()) });
const jwk = z.looseObject({ kty: z.string() });

const minterKeySchema = z.object({
  kid: z.string(),
  minter: z.string(),
  generation: z.number().int().positive(),
  /** Hex; shared with the database alone. */
  hmac: z.string(),
  privateKey: jwk,
  publicKey: jwk,
  /** Null for the gateway, which mints for any signed-in person. */
  binding: binding.nullable(),
});

/** One generation of one minter's keys. */
export type MinterKey = z.infer<typeof minterKeySchema>;

const doorKeySchema = minterKeySchema.pick({ kid: true, minter: true, publicKey: true, binding: true });

/** What a subgraph's door needs to know of a minter: nothing secret. */
export type DoorKey = z.infer<typeof doorKeySchema>;

// One folder a minter and one for the doors, so that a service that runs apart is handed only its own.
const keyFile = (dir: string, { minter, generation }: Pick<MinterKey, 'minter' | 'generation'>): string =>
  path.join(dir, minter, `${String(generation)}.json`);
const doorsFile = (dir: string): string => path.join(dir, 'doors', 'keys.json');

function write(target: string, content: unknown): void {
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  writeFileSync(target, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 });
  chmodSync(target, 0o600);
}

async function generate(minter: string, generation: number, bound: SystemBinding | null): Promise<MinterKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return minterKeySchema.parse({
    kid: `${minter}.${String(generation)}`,
    minter,
    generation,
    hmac: randomBytes(32).toString('hex'),
    privateKey: await exportJWK(pair.privateKey),
    publicKey: await exportJWK(pair.publicKey),
    binding: bound,
  });
}

/** All generations of one minter, oldest first. */
function readMinterKeys(dir: string, minter: string): MinterKey[] {
  const folder = path.join(dir, minter);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => minterKeySchema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
    .sort((a, b) => a.generation - b.generation);
}

/** The key a minter signs with: its newest generation. */
export function currentKey(dir: string, minter: string): MinterKey {
  const newest = readMinterKeys(dir, minter).at(-1);
  if (!newest)
    throw new InvalidInput(`There are no keys for ${minter}: run hub migrate, or point HUB_KEYS_DIR at them.`);
  return newest;
}

/** The public half of every minter's keys, as the doors read it. */
export function readDoorKeys(dir: string): DoorKey[] {
  const doors = doorsFile(dir);
  if (!existsSync(doors)) {
    throw new InvalidInput('There are no keys for the doors: run hub migrate, or point HUB_KEYS_DIR at them.');
  }
  return z.array(doorKeySchema).parse(JSON.parse(readFileSync(doors, 'utf8')));
}

/**
 * Makes whatever keys are missing, one pair a minter, readable by their owner only, and writes the doors' public
 * list. Existing keys are left as they are.
 */
export async function ensureKeys(
  dir: string,
  minters: Readonly<Record<string, SystemBinding | null>>,
): Promise<MinterKey[]> {
  const all: MinterKey[] = [];
  for (const [minter, bound] of Object.entries(minters)) {
    const held = readMinterKeys(dir, minter);
    const newest = held.at(-1);
    if (!newest) held.push(await generate(minter, 1, bound));
    else if (JSON.stringify(newest.binding) !== JSON.stringify(bound)) {
      held.push(await generate(minter, newest.generation + 1, bound));
    }
    const live = held.slice(-2);
    for (const key of live) write(keyFile(dir, key), key);
    all.push(...live);
  }
  write(
    doorsFile(dir),
    all.map(({ kid, minter, publicKey, binding: bound }) => ({ kid, minter, publicKey, binding: bound })),
  );
  return all;
}

/** The tag over the claims' text that the database verifies. */
export function tagOf(key: Pick<MinterKey, 'hmac'>, claimsText: string): string {
  return createHmac('sha256', Buffer.from(key.hmac, 'hex')).update(claimsText, 'utf8').digest('hex');
}

export type { JWK };

/** A system's key speaks for its own subject and purpose alone; the gateway's, never for a system. */
export function speaksFor({ binding }: Pick<DoorKey, 'binding'>, claims: Claims): boolean {
  if (!binding) return !claims.sub.startsWith('system:') && claims.role !== 'system';
  return claims.sub === binding.subject && claims.purpose === binding.purpose && claims.role === 'system';
}
