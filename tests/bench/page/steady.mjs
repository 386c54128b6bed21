// The page around the contestants: alternates between them and collects what they took.

/** Lets observers, microtasks and the browser's own work come first. */
const breathe = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  });

function openFrame({ name, source }) {
  const element = document.createElement('iframe');
  element.title = name;
  element.src = source;
  return new Promise((done, fail) => {
    addEventListener('message', function onReady({ source: from }) {
      if (from !== element.contentWindow) return;
      removeEventListener('message', onReady);
      done({ name, source, frame: from.frame, element });
    });
    element.onerror = fail;
    document.body.append(element);
  });
}

async function measureOne({ frame }, html) {
  const figures = {};
  const note = async (result) => {
    Object.assign(figures, result);
    await breathe();
  };
  await note(frame.mount());
  await note(frame.checkpoint());
  await note(frame.pollSame());
  await note(frame.pollWhole());
  await note(frame.pollChange());
  await note(frame.fiftyUpdates());
  frame.close();
  await breathe();
  if (html) {
    await note(frame.adopt(html));
    frame.close();
    await breathe();
  }
  return figures;
}

async function measureLong({ frame }) {
  const figures = {};
  const note = async (result) => {
    Object.assign(figures, result);
    await breathe();
  };
  await note(frame.mount());
  frame.close();
  await breathe();
  await note(await frame.paint());
  await note(frame.append());
  await note(frame.memory());
  frame.close();
  await breathe();
  return figures;
}

/** Shows a page by `begin` and lets it change; answers with what is seen after each step. */
async function looksAfter({ frame }, begin, steps) {
  const looks = {};
  const look = async (step) => {
    await breathe();
    looks[`${begin}, ${step}`] = frame.markup();
  };
  await look('nothing else');
  for (const [kind, which] of steps) {
    frame.send(kind, which);
    await look(`${kind} (${which})`);
  }
  frame.sendUpdates();
  await look('50 scans');
  frame.sendAppends();
  await look('new scans');
  frame.close();
  return looks;
}

const kSteps = [
  ['checkpoint', 'after'],
  ['changes', 'before'],
  ['page', 'after'],
  ['page', 'before'],
  ['changes', 'after'],
];

class Steady {
  /** `contestants`: name and address of each frame; `facts`: what each needs once. */
  prepare(contestants, facts) {
    if (!crossOriginIsolated) throw new Error('the page is not isolated: its clock is too coarse');
    this.frames = contestants;
    this.facts = facts;
  }

  /** Opens a contestant anew: what a session has seen decides what it announces. */
  async open(contestant) {
    contestant.element?.remove();
    const opened = await openFrame(contestant);
    await opened.frame.prepare(this.facts);
    opened.frame.load(this.documents);
    return opened;
  }

  /** Takes a workload: its documents, and the server's markup by contestant. */
  async load(documents, html) {
    this.documents = documents;
    this.html = html;
    for (const [i, contestant] of this.frames.entries()) {
      this.frames[i] = await this.open(contestant);
    }
  }

  /** What a contestant shows at every step; all have to show the same. */
  async looksOf(contestant) {
    const html = this.html[contestant.name];
    contestant.frame.mount();
    const looks = await looksAfter(contestant, 'mounted', kSteps);
    if (!html) return looks;
    const opened = await this.open(contestant);
    opened.frame.adopt(html);
    Object.assign(looks, await looksAfter(opened, 'adopted', kSteps));
    opened.element.remove();
    return looks;
  }

  async looks() {
    const all = {};
    for (const contestant of this.frames) all[contestant.name] = await this.looksOf(contestant);
    for (const [i, contestant] of this.frames.entries()) {
      this.frames[i] = await this.open(contestant);
    }
    return all;
  }

  /** One round: every contestant once, beginning with another one each time. */
  async round(number, long = false) {
    const figures = {};
    const count = this.frames.length;
    for (let i = 0; i < count; i++) {
      // Every other round goes backwards, so that nobody always follows the same neighbour.
      const opened = this.frames[(number + (number % 2 ? count - i : i)) % count];
      figures[opened.name] = long
        ? await measureLong(opened)
        : await measureOne(opened, this.html[opened.name]);
    }
    return figures;
  }
}

globalThis.steady = new Steady();
