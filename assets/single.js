// Starts the page that is one file. What it would fetch stands in the page: elements with the
// attribute `data-file`, text as it is, everything else packed (deflate) and in base64. Nothing is
// asked of any network; workers get their files by message.

const PACKED = "application/octet-stream";

/** The elements that hold files, by the files' names. */
const elements = new Map();
for (const element of document.querySelectorAll("[data-file]")) {
  elements.set(element.dataset.file, element);
}

const nameOf = (address) => decodeURIComponent(String(address).replace(/^\.\//, ""));

async function bytesOf(name) {
  const { type, textContent } = elements.get(name);
  if (type !== PACKED) return new TextEncoder().encode(textContent);
  const packed = Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function answer(name, bytes) {
  if (!bytes) return new Response(null, { status: 404 });
  const type = name.endsWith(".wasm") ? "application/wasm" : PACKED;
  return new Response(bytes, { headers: { "Content-Type": type } });
}

/** Addresses elsewhere lead nowhere: this page asks no network for anything. */
const isElsewhere = (address) => /^https:/.test(address);

self.fetch = async (address) => {
  if (isElsewhere(address)) throw new TypeError("no network");
  const name = nameOf(address);
  return answer(name, elements.has(name) && (await bytesOf(name)));
};

/** What a worker does with its first message: its program, and its files by their names. */
const BEGIN = `
const PACKED = "${PACKED}";
const nameOf = ${nameOf};
const isElsewhere = ${isElsewhere};
${answer};
addEventListener("message", ({ data: [program, files] }) => {
  self.fetch = async (address) => {
    if (isElsewhere(address)) throw new TypeError("no network");
    return answer(nameOf(address), files[nameOf(address)]);
  };
  wasm_bindgen({ module_or_path: program ?? fetch("files_bg.wasm") });
}, { once: true });
`;

self.Worker = class extends Worker {
  #begun = false;

  constructor(address) {
    const reads = nameOf(address) === "worker.js";
    const script = reads ? document.documentElement.dataset.app : "files.js";
    const parts = [elements.get(script).textContent, BEGIN];
    super(URL.createObjectURL(new Blob(parts, { type: "text/javascript" })));
    if (!reads) this.#begin();
  }

  // The first message to the one that reads holds its script, which it has, and its program.
  postMessage(message, transfer) {
    if (this.#begun) super.postMessage(message, transfer);
    else this.#begin(message[1]);
  }

  async #begin(program) {
    this.#begun = true;
    const names = Array.from(elements.keys());
    // One reads with the models; the other may have to write this very page again.
    const needed = names.filter((name) => !program || name.startsWith("models/"));
    const files = await Promise.all(needed.map(async (name) => [name, await bytesOf(name)]));
    super.postMessage([program, Object.fromEntries(files)]);
  }
};

const { view, app } = document.documentElement.dataset;
if (!location.hash) history.replaceState(null, "", view);
wasm_bindgen({ module_or_path: fetch(app.replace(".js", "_bg.wasm")) });
