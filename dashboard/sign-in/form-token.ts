import { randomBytes, timingSafeEqual } from 'node:crypto';

const length = 32;

const mixed = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));

/** What a form of this session carries: the secret under a mask of its own, so that no two pages hold the same text. */
export function maskedToken(secret: Buffer): string {
  const mask = randomBytes(length);
  return Buffer.concat([mask, mixed(secret, mask)]).toString('base64url');
}

/** Whether a form's token was made for this session. */
export function isTokenOf(secret: Buffer, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const bytes = Buffer.from(given, 'base64url');
  if (bytes.length !== 2 * length) return false;
  return timingSafeEqual(mixed(bytes.subarray(0, length), bytes.subarray(length)), secret);
}
