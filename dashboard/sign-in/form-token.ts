import { randomBytes, timingSafeEqual } from 'node:crypto';

const length = 32;

const mixed = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));

/** The secret of a session under a mask of its own, so that no two pages hold the same text. */
function maskedToken(secret: Buffer): string {
  const mask = randomBytes(length);
  return Buffer.concat([mask, mixed(secret, mask)]).toString('base64url');
}

/** What a form of a page carries: the token, and after a dot the address of the page, to come back to. */
export const formToken = (secret: Buffer, page: string): string =>
  `${maskedToken(secret)}.${Buffer.from(page).toString('base64url')}`;

/** The page a form stood on, as it says itself: for who comes back to it after the session is over. */
export function pageOf(given: unknown): string | undefined {
  const page = typeof given === 'string' ? given.split('.')[1] : undefined;
  return page === undefined ? undefined : Buffer.from(page, 'base64url').toString();
}

/** Whether a form's token was made for this session. */
export function isTokenOf(secret: Buffer, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const bytes = Buffer.from(given.split('.')[0] ?? '', 'base64url');
  if (bytes.length !== 2 * length) return false;
  return timingSafeEqual(mixed(bytes.subarray(0, length), bytes.subarray(length)), secret);
}
