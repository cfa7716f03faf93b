/** The letters of a postcode's unit; the rest are easily misread. */
export const unitLetters = Array.from('ABDEFGHJLNPQRSTUWXYZ');

/** A postcode of the area ZX, which does not exist: district from 1, sector from 0, two letters. */
export const postcode = (district: number, sector: number, unit: string): string =>
  `ZX${String(district)} ${String(sector)}${unit}`;
