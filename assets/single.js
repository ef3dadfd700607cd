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

self.fetch = async (address) => {
  const name = nameOf(address);
  return answer(name, elements.has(name) && (await bytesOf(name)));
};

/** What a worker does with its first message: its name, and its files by their names. */
const BEGIN = `
const PACKED = "${PACKED}";
${nameOf.toString().replace(/^/, "const nameOf = ")};
${answer};
addEventListener("message", ({ data: [program, files] }) => {
  self.fetch = async (address) => answer(nameOf(address), files[nameOf(address)]);
  wasm_bindgen({ module_or_path: fetch(program + "_bg.wasm") });
}, { once: true });
`;

self.Worker = class extends Worker {
  constructor(address) {
    const program = nameOf(address).replace("_loader.js", "");
    const script = elements.get(`${program}.js`).textContent;
    super(URL.createObjectURL(new Blob([script, BEGIN], { type: "text/javascript" })));
    this.#begin(program);
  }

  async #begin(program) {
    const names = Array.from(elements.keys());
    // The worker reads with the models; the files program may have to write this very page again.
    const needed = names.filter((name) => program === "files" || /^(worker_|models\/)/.test(name));
    const files = await Promise.all(needed.map(async (name) => [name, await bytesOf(name)]));
    this.postMessage([program, Object.fromEntries(files)]);
  }
};

const { view } = document.documentElement.dataset;
if (!location.hash) history.replaceState(null, "", view);
const app = Array.from(elements.keys()).find((name) => /^app.*_bg\.wasm$/.test(name));
wasm_bindgen({ module_or_path: fetch(app) });
