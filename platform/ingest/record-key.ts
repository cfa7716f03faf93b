import { isNhsNumber, normaliseNhsNumber } from '../identity-client/identifier/nhs-number.js';
import { normaliseUpn, upnFault } from '../identity-client/identifier/upn.js';

/** A right unique pupil number in its one form; null for what is not one. */
export function upnKey(key: string): string | null {
  const normal = normaliseUpn(key);
  return upnFault(normal) === null ? normal : null;
}

/** A right NHS number in its one form; null for what is not one. */
export function nhsNumberKey(key: string): string | null {
  const normal = normaliseNhsNumber(key);
  return isNhsNumber(normal) ? normal : null;
}

/** What stands for a number where a source gives none: see `hashedKey`. */
export const hashKey = (key: string): string | null => (/^[0-9a-f]{64}$/.test(key) ? key : null);

/** A council's number for a child, within the council's: whatever its system has there. Null for another council's. */
export const councilKey = (key: string, council: string): string | null =>
  key.startsWith(`${council}/`) && key.length > council.length + 1 ? key : null;
