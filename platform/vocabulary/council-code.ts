/**
 * The code of the council whose area this hub serves, so far the fictional one of the sample: 990 is no local authority's
 * of England. Its staff stand in relation to children as `org:<code>`.
 */
export const councilCode = '990';
