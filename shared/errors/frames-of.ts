/** Where an error arose, without what it says: the text of a foreign error may quote a paper. */

/** Lines `at …` of its stack, innermost first. The text stands before them, and may hold lines that look alike. */
export function framesOf({ stack = '', message }: Error): string[] {
  const messageAt = stack.indexOf(message);
  if (messageAt === -1) return [];
  const lines = stack.slice(messageAt + message.length).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
}
