/**
 * The sharing agreement of the area's partnership. A rule rests on it, or on the law alone: it is data that it is in
 * force, and from when (`access.agreement`).
 */
export const areaSharing = 'area-send-sharing';

export type Agreement = typeof areaSharing;
