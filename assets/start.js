// Starts the app. Trunk writes the names of this build's files into the element that loads this.
const { app, wasm } = document.querySelector("script[data-wasm]").dataset;

// A newer version that is kept ready takes over before anything is shown, unless another page of
// the version before is open. It cannot while an answer of the version before is being read, so
// nothing else is asked for until that is settled.
async function takesOver() {
  if (!navigator.serviceWorker?.controller) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  const waiting = registration?.waiting;
  if (!waiting) return false;
  const { port1: answer, port2: port } = new MessageChannel();
  const changed = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true));
    answer.onmessage = ({ data: accepted }) => accepted || resolve(false);
  });
  waiting.postMessage("take over", [port]);
  return changed;
}

if (await takesOver().catch(() => false)) {
  location.reload();
} else {
  // Before the script, so that both are on their way at once.
  const module_or_path = fetch(new URL(wasm, document.baseURI));
  const { default: init } = await import(new URL(app, document.baseURI));
  await init({ module_or_path });
}
