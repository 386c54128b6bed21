// Whether contestants show the same: markup without what only tells how it came about.

/** Versions of the locale data differ in the kind of space that stands before "AM". */
const plainSpaces = (text) => text.trim().replace(/\s+/g, ' ');

/** Attributes that mark a block for its own library. */
const kIgnored = new Set(['data-b']);

function attributesOf(element) {
  return [...element.attributes]
    .filter(({ name }) => !kIgnored.has(name))
    .map(({ name, value }) => `${name}=${JSON.stringify(plainSpaces(value))}`)
    .sort();
}

function write(element, depth, lines) {
  const indent = ' '.repeat(depth);
  lines.push(`${indent}<${[element.localName, ...attributesOf(element)].join(' ')}>`);
  let text = '';
  const flush = () => {
    if (text.trim()) lines.push(`${indent} ${plainSpaces(text)}`);
    text = '';
  };
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    flush();
    write(node, depth + 1, lines);
  }
  flush();
}

function rulesOf({ styleSheets, adoptedStyleSheets }) {
  const sheets = [...styleSheets, ...adoptedStyleSheets];
  return sheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText));
}

/**
 * Returns shadow roots as lines: the style rules in force, in however many sheets; then elements and
 * texts, without comments and empty texts.
 */
export function markupOf(roots) {
  const lines = [];
  for (const root of roots) {
    lines.push(...rulesOf(root));
    for (const child of root.children) if (child.localName !== 'style') write(child, 0, lines);
  }
  return lines.join('\n');
}
