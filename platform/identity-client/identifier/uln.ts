/** The number in its one written form: ten digits without spaces. It may still be wrong: ask `isUln`. */
export function normaliseUln(text: string): string {
  return text.replace(/\s/g, '');
}

/**
 * Whether a normalised unique learner number's check digit is right: the first nine digits weighted 10 to 2, summed,
 * remainder by 11; no remainder is never issued; the check digit is 10 less the remainder.
 * Source: Learning Records Service, unique learner number specification.
 */
export function isUln(value: string): boolean {
  if (!/^[1-9]\d{9}$/.test(value)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(value.charAt(index)) * (10 - index);
  const remainder = sum % 11;
  return remainder !== 0 && 10 - remainder === Number(value.charAt(9));
}
