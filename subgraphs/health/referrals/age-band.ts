/**
 * The published bands of ages at referral, youngest first: Mental Health Services Monthly Statistics (NHS England), common
 * lower age groups. Theirs go on in fives after 24, for which one of ours stands.
 */
export const AGE_BANDS: readonly string[] = ['0-5', '6-10', '11-15', '16', '17', '18', '19', '20-24', '25+'];

/** The fewest years of each of them, in the same order. */
export const AGE_BANDS_FROM: readonly number[] = AGE_BANDS.map((band) => Number.parseInt(band, 10));
