const alphabet = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const shape = new RegExp(`^[A-Z]\\d{11}[\\d${alphabet}]$`);

/** What is wrong with a unique pupil number: its form, the council it names, or only its first letter. */
export type UpnFault = 'shape' | 'council' | 'check-letter';

/**
 * Characters 2 to 4 name the council, or the "pseudo authority", that issued the number: never 000. Which of the others
 * were ever in use is not asked: councils are made and joined, and a list of last year's would refuse right numbers.
 * Source: CIN census rule 1530.
 */
const nobodys = '000';

/** The number in its one written form: upper case, no spaces. It may still be wrong: ask `upnFault`. */
export function normaliseUpn(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/**
 * What is wrong with a normalised unique pupil number, or null where it is right.
 * Characters 2 to 13 are weighted by their position and summed; the remainder by 23 names the first letter.
 * Source: CIN census rules 1510, 1530, 1540 and 1550.
 */
export function upnFault(upn: string): UpnFault | null {
  if (!shape.test(upn)) return 'shape';
  let sum = 0;
  for (let position = 2; position <= 13; position++) sum += position * characterValue(upn.charAt(position - 1));
  if (!upn.startsWith(alphabet.charAt(sum % 23))) return 'check-letter';
  return upn.slice(1, 4) === nobodys ? 'council' : null;
}

/** Whether a right unique pupil number was given by a school until the permanent one is known: its last character is a letter. */
export function isTemporaryUpn(upn: string): boolean {
  return upnFault(upn) === null && alphabet.includes(upn.charAt(12));
}

function characterValue(character: string): number {
  const letter = alphabet.indexOf(character);
  return letter >= 0 ? letter : Number(character);
}
