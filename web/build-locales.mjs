/**
 * Compiles one language: phrases by key, in the small message syntax of docs/words.md, become an
 * array in the order of the table of phrases. Names of arguments become their positions, so that the
 * page needs neither keys nor names nor a parser of messages.
 */

const kCategories = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Returns a message as `web/src/format-text.ts` reads it: text with {0}, {1}, {2}; or, when it has a
 * plural, `{ n: position of the number, <category>: text, ... }` with the whole text per category.
 * Throws when the message breaks the syntax or names an argument that is not in `names`.
 */
export function compilePhrase(message, names) {
  let at = 0;
  const fail = (why) => {
    throw new Error(`${why} at ${at} in "${message}"`);
  };

  const position = (name) => {
    const index = names.indexOf(name);
    if (index < 0) fail(`{${name}} is not an argument`);
    return index;
  };

  /** Reads text up to the end or, inside a plural, to the brace that closes the branch. */
  const text = (number) => {
    let out = '';
    let plural;
    for (; at < message.length; at++) {
      const c = message[at];
      if (c === '}') {
        if (number === undefined) fail('a brace too many');
        break;
      }
      if (c === '#' && number !== undefined) {
        out += `{${number}}`;
      } else if (c === '{') {
        const simple = /^\{(\w+)\}/.exec(message.slice(at));
        if (simple) {
          out += `{${position(simple[1])}}`;
          at += simple[0].length - 1;
        } else {
          if (plural || number !== undefined) fail('a second plural');
          const before = out;
          plural = branches();
          for (const category of Object.keys(plural.texts)) {
            plural.texts[category] = before + plural.texts[category];
          }
          out = '';
        }
      } else {
        out += c;
      }
    }
    if (!plural) return out;
    const word = { n: plural.n };
    for (const [category, start] of Object.entries(plural.texts)) word[category] = start + out;
    return word;
  };

  /** Reads {name, plural, one {...} other {...}} and stops at its last brace. */
  const branches = () => {
    const head = /^\{(\w+), plural,\s*/.exec(message.slice(at));
    if (!head) fail('neither {name} nor {name, plural, ...}');
    const n = position(head[1]);
    const texts = {};
    at += head[0].length;
    while (message[at] !== '}') {
      const branch = /^(\w+) \{/.exec(message.slice(at));
      if (!branch) fail('no branch of a plural');
      if (!kCategories.includes(branch[1])) fail(`"${branch[1]}" is not a plural category`);
      at += branch[0].length;
      texts[branch[1]] = text(n);
      if (message[at] !== '}') fail('an open brace');
      at += 1 + /^\s*/.exec(message.slice(at + 1))[0].length;
    }
    if (texts.other === undefined) fail('a plural without "other"');
    return { n, texts };
  };

  return text(undefined);
}

/**
 * Returns what is wrong with a language, a line each; `phrases` is the table: [{ key, args: [...] }].
 */
export function checkLanguage(words, phrases) {
  const troubles = [];
  const known = new Set(phrases.map(({ key }) => key));
  for (const key of Object.keys(words)) {
    if (!known.has(key)) troubles.push(`unknown phrase "${key}"`);
  }
  for (const { key, args } of phrases) {
    if (typeof words[key] !== 'string' || words[key] === '') {
      troubles.push(`missing phrase "${key}"`);
      continue;
    }
    try {
      compilePhrase(words[key], args);
    } catch (error) {
      troubles.push(`"${key}": ${error.message}`);
    }
  }
  return troubles;
}

/** Returns the file that browsers load: `v` names the table of phrases, `w` has the words in its order. */
export function compileLanguage(words, phrases, hash) {
  return JSON.stringify({
    v: hash,
    w: phrases.map(({ key, args }) => compilePhrase(words[key], args)),
  });
}
