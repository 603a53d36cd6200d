/** Names in the templates; once deployed they are a contract. */

/** `dossier-digitized` to `DossierDigitized`. */
export function idOf(word: string): string {
  return word.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `dossier-check` to `DOSSIER_CHECK`. */
export function environmentOf(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

export function stackName(slug: string, part: string): string {
  return `Bcci-${slug}-${part}`;
}
