/** A place by its name with its code behind it, since both are on people's papers; by its code where nobody named it. */

interface NamedCodeProps {
  readonly code: string | undefined;
  readonly name: string | null | undefined;
}

export function NamedCode({ code, name }: NamedCodeProps) {
  if (!name) return <>{code ?? '–'}</>;
  return (
    <>
      {name} <span class="faint">{code}</span>
    </>
  );
}
