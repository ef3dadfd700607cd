// A worker of the page's own program: the page says which script that is, and gives the program, which
// it has compiled already.
addEventListener(
  "message",
  ({ data: [script, module_or_path] }) => {
    importScripts(script);
    wasm_bindgen({ module_or_path });
  },
  { once: true },
);
