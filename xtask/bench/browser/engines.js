// The engines in the page: each reads a set of texts and says how many milliseconds that took.
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

import init, { Engine } from "./ours/bench.js";

const BORDER = "\f";
const sets = new Map();
let memory;
let engine;
let wink;

/** Fetches a set of texts, and cuts it into the paragraphs that the others read it by: some grow
 * faster than the text otherwise. */
async function fetched(name) {
  if (!sets.has(name)) {
    const text = await (await fetch(`texts/${name}.txt`)).text();
    const paragraphs = text.split(BORDER).flatMap((one) => one.split("\n\n")).filter(Boolean);
    sets.set(name, { text, paragraphs, bytes: new TextEncoder().encode(text).length });
  }
  return sets.get(name);
}

/** As many paragraphs from the start as have so many characters, with their length. */
function start(paragraphs, most) {
  const taken = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    if (length >= most) break;
    taken.push(paragraph);
    length += paragraph.length;
  }
  return { taken, length };
}

function timed(act) {
  const begun = performance.now();
  const found = act();
  return { time: performance.now() - begun, found };
}

/** Starts our engine; how long it takes to read its models, in milliseconds. */
async function begin() {
  const program = await init({ module_or_path: "ours/bench_bg.wasm" });
  memory = program.memory;
  engine = new Engine();
  for (const name of Engine.files()) {
    engine.add(name, new Uint8Array(await (await fetch(`models/${name}`)).arrayBuffer()));
  }
  const { time, found } = timed(() => engine.load());
  if (!found) throw new Error("the models cannot be read");
  return time;
}

const engines = {
  async ours(name) {
    const { text, bytes } = await fetched(name);
    const before = memory.buffer.byteLength;
    const figures = [...engine.run(text)];
    const [entities, mentions, digest] = figures.splice(-3);
    const grown = memory.buffer.byteLength - before;
    return { times: figures, bytes, entities, mentions, digest, grown };
  },
  /** Its whole pipe, and the entities that it finds. */
  async wink(name, most) {
    wink ??= winkNLP(model);
    const { taken, length } = start((await fetched(name)).paragraphs, most);
    const run = () => taken.reduce((sum, text) => sum + wink.readDoc(text).entities().length(), 0);
    const { time, found } = timed(run);
    return { times: [time], bytes: length, entities: found };
  },
  /** Its people, places and organisations. */
  async compromise(name, most) {
    const { taken, length } = start((await fetched(name)).paragraphs, most);
    const run = () =>
      taken.reduce((sum, text) => {
        const doc = nlp(text);
        const names = [doc.people(), doc.places(), doc.organizations()];
        return sum + names.reduce((count, some) => count + some.length, 0);
      }, 0);
    const { time, found } = timed(run);
    return { times: [time], bytes: length, entities: found };
  },
};

globalThis.begin = begin;
globalThis.measure = (which, name, most) => engines[which](name, most);
