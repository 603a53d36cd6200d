/** How much of the printed lines was misread, whatever the order: the yardstick of reading. */

/** Least edits from `line` to any stretch of `text` (Sellers 1980). */
function editsAnywhere(line: string, text: string): number {
  let previous = new Array<number>(text.length + 1).fill(0);
  for (let row = 1; row <= line.length; row++) {
    const current = [row];
    for (let column = 1; column <= text.length; column++) {
      const change = previous[column - 1]! + (line[row - 1] === text[column - 1] ? 0 : 1);
      current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return Math.min(...previous);
}

/** Share of characters misread over all lines, 0 to 1. */
export function lineErrorRate(lines: readonly string[], text: string): number {
  const flat = text.normalize('NFC').replace(/\s+/g, ' ');
  let edits = 0;
  let characters = 0;
  for (const line of lines) {
    edits += editsAnywhere(line, flat);
    characters += line.length;
  }
  return characters === 0 ? 0 : edits / characters;
}
