/** Debian's, which `.ci/run` installs. */
export const browserProgram = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
