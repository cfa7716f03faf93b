import type { DirectoryScope } from '../directory-scope.js';
import type { SchoolPostRole } from '../school-post-role.js';

interface Told {
  readonly scope: DirectoryScope;
  /** The school's URN, or what the cluster is called. */
  readonly code: string;
  /** The cluster that the school belongs to, where the row says so. */
  readonly cluster: string | null;
  /** The day as it was on which it is told. */
  readonly toldOn: string;
}

/** Who holds one post from a day on, or that it is vacant from then. */
export interface PostFact extends Told {
  readonly kind: 'POST';
  readonly role: SchoolPostRole;
  readonly name: string | null;
  readonly contact: string | null;
  readonly userId: string | null;
  readonly from: string;
  readonly until: string | null;
  /** Posts of the same directory of which a row cannot be taken. */
  readonly notTaken: readonly SchoolPostRole[];
}

/** What a row says: of a post, of the day, and of a cluster. The last two all rows of a directory say alike. */
export type DirectoryFact = PostFact | (Told & { readonly kind: 'TOLD' | 'IN_CLUSTER' });
