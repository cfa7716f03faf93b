/** How long it counts that somebody has just proved who they are, in seconds. */
export const provenSeconds = 600;

/** Whether who looks has proved it lately enough for what is hard to undo. */
export const isProven = (provenAt: number | undefined, now = Date.now()): boolean =>
  provenAt !== undefined && now - provenAt < provenSeconds * 1000;
