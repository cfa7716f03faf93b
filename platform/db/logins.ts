import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const loginsSchema = z.record(z.string(), z.string());

/** The passwords of the hub's own logins, by role name. */
export type Logins = Readonly<Record<string, string>>;

/**
 * Reads `<dataDir>/logins.json` (mode 0600), making a password for every role that has none yet. A role whose URL was
 * given keeps the password that stands in it.
 */
export function ensureLogins(dataDir: string, roles: readonly string[], given: readonly string[] = []): Logins {
  const file = path.join(dataDir, 'logins.json');
  const held: Record<string, string> = existsSync(file)
    ? loginsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : {};
  for (const url of given.map((text) => new URL(text)))
    held[decodeURIComponent(url.username)] = decodeURIComponent(url.password);
  for (const role of roles) held[role] ??= randomBytes(24).toString('base64url');
  mkdirSync(dataDir, { recursive: true });
  // Put in its place whole: another process may be reading it.
  const part = `${file}.${String(process.pid)}`;
  writeFileSync(part, `${JSON.stringify(held, null, 1)}\n`, { mode: 0o600 });
  renameSync(part, file);
  return held;
}

/** The URL of one login on the server and database that `adminUrl` names. */
export function loginUrl(adminUrl: string, role: string, logins: Logins): string {
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(logins[role] ?? '');
  return url.toString();
}

/** The database a URL names; roles carry this name. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
}
