// A client of your own: one question over POST, with a token, and an answer that is read for what it does not say.
// TOKEN=$(npx hub token senco) node docs/examples/first-client.mjs "$(npx hub example --json)"
const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const { url, query, variables } = JSON.parse(process.argv[2] || '{}');
if (!url || !process.env.TOKEN) fail('Give a token as TOKEN, and the question that hub example --json prints.');

const response = await fetch(url, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${process.env.TOKEN}`,
  },
  body: JSON.stringify({ query, variables }),
}).catch(() => fail(`Nothing answers at ${url}: start the hub, or ask where it is with npx hub status.`));
const answer = await response.json().catch(() => fail(`What answers at ${url} is not the hub.`));
const { data, errors = [] } = answer;

// A domain that could not be asked is an error beside the answer: its null is never "none".
for (const { message, extensions } of errors) console.error(extensions.code, extensions.domain ?? '', message);
if (!data) process.exit(1);
if (!data.child) console.log('No such child, or none that this person may see.');
else console.log(data.child.name.given, data.child.education?.sen?.provision ?? 'education could not be asked');
