/** The number in its one written form: ten digits without the usual 3-3-4 spaces or hyphens. It may still be wrong. */
export function normaliseNhsNumber(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/**
 * Whether a normalised NHS number's check digit is right (modulus 11; a check of 10 is never issued).
 * One digit ten times over passes the arithmetic but is only ever a placeholder, so it would join strangers: refused.
 * Source: NHS Data Dictionary, NHS NUMBER.
 */
export function isNhsNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value) || /^(\d)\1{9}$/.test(value)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(value.charAt(index)) * (10 - index);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(value.charAt(9));
}
