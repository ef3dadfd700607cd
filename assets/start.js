// Starts the app. Trunk writes the names of this build's files into the element that loads this.

/** The longest that a newer version may keep the reader waiting, in milliseconds. */
const PATIENCE = 3000;
/** How long the page must have been quiet before one is asked, in milliseconds. */
const QUIET = 300;

const { app, wasm } = document.querySelector("script[data-wasm]").dataset;

// A version that is still answering is not replaced: wait until nothing is asked of it any more.
async function quiet() {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, QUIET));
}

// A newer version that is kept ready takes over before anything is shown, unless another page of
// the version before is open.
async function takesOver() {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return false;
  await quiet();
  const { port1: answer, port2: port } = new MessageChannel();
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true));
    answer.onmessage = ({ data: accepted }) => accepted || resolve(false);
    setTimeout(resolve, PATIENCE, false);
    registration.waiting.postMessage("take over", [port]);
  });
}

async function start() {
  if (navigator.serviceWorker?.controller && (await takesOver().catch(() => false))) {
    location.reload();
    return;
  }
  // Before the script, so that both are on their way at once.
  const module_or_path = fetch(new URL(wasm, document.baseURI));
  const script = document.createElement("script");
  script.src = new URL(app, document.baseURI);
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${app} could not be loaded`));
    document.head.append(script);
  });
  await wasm_bindgen({ module_or_path });
}

start();
