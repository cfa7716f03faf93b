// A client of your own: one question over POST, with a token, and an answer that is read for what it does not say.
// TOKEN=$(npx hub token senco) node docs/examples/first-client.mjs "$(npx hub example --json)"
const { url, query, variables } = JSON.parse(process.argv[2] ?? '{}');

const response = await fetch(url, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${process.env.TOKEN}`,
  },
  body: JSON.stringify({ query, variables }),
});
const { data, errors = [] } = await response.json();

// A domain that could not be asked is an error beside the answer: its null is never "none".
for (const { message, extensions } of errors) console.error(extensions.code, extensions.domain ?? '', message);
if (!data?.child) console.log('No such child, or none that this person may see.');
else console.log(data.child.name.given, data.child.education?.sen?.provision ?? 'education could not be asked');
