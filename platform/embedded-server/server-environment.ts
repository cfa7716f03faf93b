/** All that PostgreSQL's programs are told of our environment: our secrets would be readable through the server. */
export const serverEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' };
