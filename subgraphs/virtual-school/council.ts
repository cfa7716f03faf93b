/**
 * The code of the council whose virtual school this is: its staff stand in relation to children as `org:<code>`. A hub
 * serves one council's area, so far the fictional one of the sample.
 */
export const COUNCIL = '990';
