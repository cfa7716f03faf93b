import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { z } from 'zod';
import { InvalidInput } from '../errors/hub-error.js';
import type { Role } from '../vocabulary/role.js';
import { type PersonaChoice, personaNamed, subjectOf } from './personas.js';

/** The name tokens made on this machine carry; trusted only where `HUB_DEV_TOKENS=1` says so. */
export const developmentIssuer = 'hub:development';

export const developmentAudience = 'send-hub';

const lifetime = '8h';

const key = z.looseObject({ kty: z.string(), kid: z.string() });
const keysSchema = z.object({ privateKey: key, publicKey: key });

export type DevelopmentKeys = z.infer<typeof keysSchema>;

/** This machine's own pair, made at first use in `<dir>/dev-issuer.json`, readable by its owner only. */
export async function developmentKeys(dir: string): Promise<DevelopmentKeys> {
  const file = path.join(dir, 'dev-issuer.json');
  if (!existsSync(file)) {
    mkdirSync(dir, { recursive: true });
    writeNew(file, JSON.stringify(await newKeys()));
  }
  return keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Two processes may come first at once: the one that comes second takes the other's pair. */
function writeNew(file: string, content: string): void {
  try {
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function newKeys(): Promise<DevelopmentKeys> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const kid = 'development';
  return keysSchema.parse({
    privateKey: { ...(await exportJWK(pair.privateKey)), kid },
    publicKey: { ...(await exportJWK(pair.publicKey)), kid },
  });
}

/** What a development token says. */
export interface DevelopmentClaims {
  readonly sub: string;
  readonly name: string;
  readonly org: string;
  readonly role: Role;
  readonly scope: string;
  readonly purposes: readonly string[];
}

/** InvalidInput for a persona that does not exist, a place that is none of its kind, or a purpose that is not its own. */
export function developmentClaims(name: string, choice: PersonaChoice = {}): DevelopmentClaims {
  const persona = personaNamed(name);
  const purposes = purposesFrom(persona.purposes, choice.purpose, name);
  const { title, role, scopes } = persona;
  return { ...subjectOf(persona, choice), name: title, role, scope: scopes.join(' '), purposes };
}

/** What a persona says in a role that the same person may take besides: still the same person, and its own role’s rights alone. */
export function developmentClaimsAs(name: string, choice: PersonaChoice, role: string): DevelopmentClaims {
  const own = developmentClaims(name, choice);
  if (!rolesOfPersona(name).includes(role)) return own;
  const { scopes, purposes, role: taken } = personaNamed(role);
  return { ...own, role: taken, scope: scopes.join(' '), purposes };
}

/** The roles that a persona may sign in as, its own first. */
export const rolesOfPersona = (name: string): readonly string[] => [name, ...(personaNamed(name).also ?? [])];

/** Signs a token, good for eight hours on hubs that use this data directory and take development tokens. */
export async function signDevelopmentToken(dir: string, { sub, ...claims }: DevelopmentClaims): Promise<string> {
  const { privateKey } = await developmentKeys(dir);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: privateKey.kid })
    .setIssuer(developmentIssuer)
    .setAudience(developmentAudience)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(await importJWK(privateKey, 'EdDSA'));
}

/** A token for a persona; throws as `developmentClaims`. */
export async function issueDevelopmentToken(dir: string, name: string, choice: PersonaChoice = {}): Promise<string> {
  return signDevelopmentToken(dir, developmentClaims(name, choice));
}

/** The first is the default: a purpose that was chosen comes first, the others stay. */
function purposesFrom(own: readonly string[], chosen: string | undefined, persona: string): string[] {
  if (chosen === undefined) return [...own];
  if (!own.includes(chosen)) {
    throw new InvalidInput(`${chosen} is not a purpose of ${persona}: choose one of ${own.join(', ')}.`);
  }
  return [chosen, ...own.filter((purpose) => purpose !== chosen)];
}
