// GraphiQL with a picker of personas: what is asked is asked as the one that is chosen. Nothing is kept: what stands in an
// answer or a variable may be a child's, and would outlive the permission to see it.
(() => {
  const root = document.getElementById('graphiql');
  const { tabs } = JSON.parse(root.dataset.state);
  const picker = document.getElementById('persona');
  const school = document.getElementById('school');
  const purpose = document.getElementById('purpose');
  const state = document.getElementById('state');
  const tokens = new Map();

  const memory = () => {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      clear: () => kept.clear(),
      get length() {
        return kept.size;
      },
    };
  };

  async function newToken(body) {
    const answer = await fetch('/graphql/explorer/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { token, fault } = await answer.json();
    if (!token) throw new Error(fault ?? 'No token could be made.');
    return token;
  }

  async function tokenOfChosen() {
    const chosen = JSON.stringify({ persona: picker.value, ...(school.value === '' ? {} : { school: school.value }) });
    if (!tokens.has(chosen)) tokens.set(chosen, newToken(chosen));
    try {
      return await tokens.get(chosen);
    } catch (error) {
      tokens.delete(chosen);
      throw error;
    }
  }

  async function fetcher(question, { headers = {} } = {}) {
    try {
      const token = await tokenOfChosen();
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json',
          ...(purpose.value === '' ? {} : { 'hub-purpose': purpose.value }),
          ...headers,
        },
        body: JSON.stringify(question),
      });
      state.textContent = `Answered as ${picker.selectedOptions[0].textContent}`;
      return await answer.json();
    } catch (error) {
      return { errors: [{ message: error.message }] };
    }
  }

  // A purpose is one of the persona's own, or none is sent and the first is taken.
  function showPurposes() {
    const own = (picker.selectedOptions[0].dataset.purposes ?? '').split(' ');
    purpose.replaceChildren(...own.map((word) => new Option(word, word)));
    school.disabled = picker.selectedOptions[0].dataset.school === undefined;
    if (school.disabled) school.value = '';
    state.textContent = '';
  }
  picker.addEventListener('change', showPurposes);
  showPurposes();

  const page = React.createElement(GraphiQL, {
    fetcher,
    storage: memory(),
    defaultTabs: tabs,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'variables',
  });
  ReactDOM.createRoot(root).render(page);
})();
