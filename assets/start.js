// Starts the app. Trunk writes the names of this build's files into the element that loads this.
const { app, wasm } = document.querySelector("script[data-wasm]").dataset;

// A newer version that is kept ready takes over before anything is shown, unless another page of
// the version before is open.
async function takesOver() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const { waiting } = registration ?? {};
  if (!waiting) return false;
  const { port1: answer, port2: port } = new MessageChannel();
  const changed = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true));
    answer.onmessage = ({ data: accepted }) => accepted || resolve(false);
  });
  waiting.postMessage("take over", [port]);
  return changed;
}

const loaded = import(new URL(app, document.baseURI));
if (await takesOver().catch(() => false)) {
  location.reload();
} else {
  const { default: init } = await loaded;
  await init({ module_or_path: new URL(wasm, document.baseURI) });
}
