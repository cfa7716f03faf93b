import { z } from 'zod';
import { purposes } from '../vocabulary/purpose.js';

/**
 * What one minter says about one caller for one request. Its text travels unchanged from the gateway into the
 * database, under an HMAC tag that the database verifies for itself.
 */
const claimsSchema = z.strictObject({
  /** Which key made the tag. */
  kid: z.string().min(1),
  /** The person, or `system:<name>`. */
  sub: z.string().min(1),
  /** Whose token the person came with; a system has none. */
  iss: z.string().optional(),
  name: z.string(),
  /** School URN, provider ODS code or council code. */
  org: z.string(),
  role: z.string().min(1),
  purpose: z.enum(purposes),
  /** All purposes the token allows, for `me`. */
  purposes: z.array(z.enum(purposes)),
  scopes: z.array(z.string()),
  /** Whether the answer is kept as a file: the audit says so. */
  exported: z.literal(true).optional(),
  /** Request id: one per request, in every audit row. */
  rid: z.string().min(8),
  /** Seconds since the epoch; at most 60 s after minting. */
  exp: z.number().int(),
});

export type Claims = z.infer<typeof claimsSchema>;

export function parseClaims(text: string): Claims {
  return claimsSchema.parse(JSON.parse(text));
}

/** The claims' text and its tag: passed unchanged into the database, good for every unit of one request. */
export interface Voucher {
  readonly claims: string;
  readonly tag: string;
}

/** The claims of a text, where it is one of claims. */
export function claimsOf(text: string): Claims | undefined {
  try {
    return parseClaims(text);
  } catch {
    return undefined;
  }
}

/** Claims last this many seconds at the most. */
export const claimsLifetimeSeconds = 60;
