/** How to reach somebody: an address may go on in a second line after its @, or a table is wider than a tablet. */
export const Contact = ({ contact }: { readonly contact: string | null }) => {
  const [name, ...rest] = (contact ?? 'None recorded').split('@');
  return (
    <>
      {name}
      {rest.map((part) => (
        <>
          @<wbr />
          {part}
        </>
      ))}
    </>
  );
};
