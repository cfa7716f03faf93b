// Which of the servers that global-setup started is this worker's own.
const servers = JSON.parse(process.env.HUB_TEST_SERVERS ?? '[]');
const server = servers[(Number(process.env.JEST_WORKER_ID ?? 1) - 1) % servers.length];
if (server !== undefined) process.env.HUB_TEST_ADMIN_URL = server;
