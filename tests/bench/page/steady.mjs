// The page around the contestants: alternates between them and collects what they took.

const encoder = new TextEncoder();

/** Lets observers, microtasks and the browser's own work come first. */
const breathe = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  });

function openFrame(name, source) {
  const element = document.createElement('iframe');
  element.title = name;
  element.src = source;
  return new Promise((done, fail) => {
    addEventListener('message', function onReady({ source: from }) {
      if (from !== element.contentWindow) return;
      removeEventListener('message', onReady);
      done({ name, frame: from.frame, element });
    });
    element.onerror = fail;
    document.body.append(element);
  });
}

/** Documents as a network would bring them: pages and changes in bytes, single scans as text. */
function readyDocuments({ before, after, updates, restores }) {
  const bytes = (document) => ({
    page: encoder.encode(document.page),
    changes: encoder.encode(document.changes),
    checkpoint: document.checkpoint,
  });
  return { before: bytes(before), after: bytes(after), updates, restores };
}

async function measureOne({ frame }, { before, after, updates, restores }, html) {
  const figures = {};
  const note = async (result) => {
    Object.assign(figures, result);
    await breathe();
  };
  await note(frame.mount(before));
  await note(frame.checkpoint(before, after));
  await note(frame.pollSame(before));
  await note(frame.pollWhole(before, after));
  await note(frame.pollChange(before, after));
  await note(frame.fiftyUpdates(updates, restores));
  frame.close();
  await breathe();
  if (html) {
    await note(frame.adopt(before, html));
    frame.close();
    await breathe();
  }
  return figures;
}

/** What each contestant shows at every step; all have to show the same. */
async function looksOf({ frame }, { before, after, updates }, html) {
  const looks = {};
  const look = async (step) => {
    await breathe();
    looks[step] = frame.markup();
  };
  frame.mount(before);
  await look('mount');
  frame.send('checkpoint', after.checkpoint);
  await look('one scan');
  frame.send('changes', before.changes);
  await look('changes');
  frame.send('page', after.page);
  await look('page');
  for (const update of updates) frame.send('checkpoint', update);
  await look('50 scans');
  frame.close();
  await breathe();
  if (html) {
    frame.adopt(before, html);
    await look('adopted');
    frame.send('checkpoint', after.checkpoint);
    await look('adopted, one scan');
    frame.send('changes', before.changes);
    await look('adopted, changes');
    frame.close();
    await breathe();
  }
  return looks;
}

class Steady {
  /** `contestants`: name and address of each frame; `facts`: what each needs once. */
  async prepare(contestants, facts) {
    if (!crossOriginIsolated) throw new Error('the page is not isolated: its clock is too coarse');
    this.frames = [];
    for (const { name, source } of contestants) {
      const opened = await openFrame(name, source);
      await opened.frame.prepare(facts);
      this.frames.push(opened);
    }
  }

  async looks(documents, html) {
    const ready = readyDocuments(documents);
    const all = {};
    for (const opened of this.frames) {
      all[opened.name] = await looksOf(opened, ready, html[opened.name]);
    }
    return all;
  }

  /** One round: every contestant once, beginning with another one each time. */
  async round(documents, html, number) {
    const ready = readyDocuments(documents);
    const figures = {};
    const count = this.frames.length;
    for (let i = 0; i < count; i++) {
      // Every other round goes backwards, so that nobody always follows the same neighbour.
      const opened = this.frames[(number + (number % 2 ? count - i : i)) % count];
      globalThis.gc?.();
      await breathe();
      figures[opened.name] = await measureOne(opened, ready, html[opened.name]);
    }
    return figures;
  }
}

globalThis.steady = new Steady();
