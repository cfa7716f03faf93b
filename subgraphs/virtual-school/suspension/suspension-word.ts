/** How a child is kept out of school, in education's words. */
export const SUSPENSION_CATEGORIES = ['SUSPENSION', 'LUNCHTIME', 'PERMANENT'] as const;

export type SuspensionWord = (typeof SUSPENSION_CATEGORIES)[number];
