/** Script for the browser: the lines of text as the eye groups them, in the order of the document. */

/** What stands below the sheet's edge is not there. Words share a line when they share a block (or an outermost element marked `data-row`) and stand at one height. */
export const READ_PRINTED_LINES = `(() => {
  const lines = [];
  let line = null;
  const blockOf = (element) => {
    let row = null;
    for (let each = element.closest('[data-row]'); each; each = each.parentElement.closest('[data-row]')) row = each;
    if (row) return row;
    while (element.parentElement && getComputedStyle(element).display.startsWith('inline')) element = element.parentElement;
    return element;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest('[aria-hidden], style, script')) continue;
    const block = blockOf(parent);
    for (const match of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const box = range.getBoundingClientRect();
      if (box.bottom > innerHeight) continue;
      const middle = (box.top + box.bottom) / 2;
      const joins = line && line.block === block && Math.abs(middle - line.middle) < 0.6 * Math.max(box.height, line.height);
      if (joins) {
        const touches = match.index === 0 && box.left - line.right < 0.08 * box.height;
        line.text += (touches ? '' : ' ') + match[0];
        line.right = box.right;
      } else {
        line = { block, text: match[0], middle, height: box.height, right: box.right };
        lines.push(line);
      }
    }
  }
  return lines.map((each) => each.text.normalize('NFC'));
})()`;
