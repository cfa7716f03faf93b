/** Whom a post serves: one school, or every school of a cluster. */
export const DIRECTORY_SCOPES = ['SCHOOL', 'CLUSTER'] as const;

export type DirectoryScope = (typeof DIRECTORY_SCOPES)[number];
