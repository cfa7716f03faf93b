/** A role within a sentence: `virtual-school-head` is virtual school head, and a SENCO stays one. */
export const roleWords = (role: string): string => (role === 'senco' ? 'SENCO' : role.replaceAll('-', ' '));
