import { isNhsNumber, normaliseNhsNumber } from '../../../../platform/identity-client/identifier/nhs-number.js';
import { normaliseUpn, upnFault } from '../../../../platform/identity-client/identifier/upn.js';

/** What names an organisation in a source, and a person within it. */
interface KeyForm {
  readonly organisation: RegExp;
  /** The key in its one written form; null where it is not one of that organisation's. */
  read(key: string, organisation: string): string | null;
}

function upn(key: string): string | null {
  const normal = normaliseUpn(key);
  return upnFault(normal) === null ? normal : null;
}

function nhsNumber(key: string): string | null {
  const normal = normaliseNhsNumber(key);
  return isNhsNumber(normal) ? normal : null;
}

const hash = (key: string): string | null => (/^[0-9a-f]{64}$/.test(key) ? key : null);

// Its number within the council's: whatever the council's system has there.
const councilsOwn = (key: string, council: string): string | null =>
  key.startsWith(`${council}/`) && key.length > council.length + 1 ? key : null;

const ofCouncil: KeyForm = { organisation: /^\d{3}$/, read: councilsOwn };

const forms: Readonly<Record<string, KeyForm>> = {
  'school-census': { organisation: /^\d{6}$/, read: (key) => upn(key) ?? hash(key) },
  'waiting-list': { organisation: /^[A-Z0-9]{3,10}$/, read: (key) => nhsNumber(key) ?? hash(key) },
  'case-list': ofCouncil,
  'cin-census': ofCouncil,
  ssda903: ofCouncil,
  peps: { ...ofCouncil, read: (key, council) => councilsOwn(key, council) ?? upn(key) },
};

/** How a source's keys are written: null for what is not a source of the hub's (`school-census:900001`). */
export function keysOf(source: string): ((key: string) => string | null) | null {
  const [kind = '', organisation = '', ...more] = source.split(':');
  const form = Object.hasOwn(forms, kind) ? forms[kind] : undefined;
  if (!form?.organisation.test(organisation) || more.length > 0) return null;
  return (key) => form.read(key, organisation);
}
