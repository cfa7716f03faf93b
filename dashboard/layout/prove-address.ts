/** Where somebody proves anew who they are, and comes back to a form: what was typed is not sent again for them. */
export const proveAddress = (form: string): string => `/sign-in?anew=yes&to=${encodeURIComponent(form)}`;
