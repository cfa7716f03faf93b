/** Those who record what was tried with a child before an exclusion: the school, and the virtual school of a child it follows. */
const recorders: readonly string[] = [
  ...['senco', 'headteacher', 'designated-safeguarding-lead'],
  ...['virtual-school-head', 'virtual-school-adviser'],
];

/** Whether somebody may record it. The hub decides; this keeps a form from those it would refuse. */
export const mayReview = (role: string): boolean => recorders.includes(role);
