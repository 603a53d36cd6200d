/** E-mail addresses as people write them on forms. */

/** @param text without what stands around it */
export function isEmailAddress(text: string): boolean {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text);
}
