import { counted } from '../words/codes.js';
import type { Suspension } from './parts.js';

/** How long a suspension is, as short as a picture has room for: two sessions, or two lunchtimes, are a school day. */
export function suspensionLength({ category, sessions, lunchtimes }: Suspension): string {
  switch (category) {
    case 'PERMANENT':
      return 'permanent';
    case 'LUNCHTIME':
      return lunchtimes === null ? 'lunchtimes' : counted(lunchtimes, 'lunchtime', 'lunchtimes');
    case 'SUSPENSION':
      return sessions === null ? 'suspended' : counted(sessions / 2, 'day', 'days');
  }
}

/** The same as a sentence. */
export function suspensionText(suspension: Suspension): string {
  if (suspension.category === 'PERMANENT') return 'Permanently excluded';
  const length = suspensionLength(suspension);
  return length === 'suspended' ? 'Suspended' : `Suspended for ${length}`;
}
