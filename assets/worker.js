// A worker of a program of the page's: the page says which script that is, and gives the program,
// compiled already, or its address. Where it does not start, the page is told at once.
addEventListener(
  "message",
  ({ data: [script, module_or_path] }) => {
    importScripts(script);
    wasm_bindgen({ module_or_path }).catch((error) => {
      // Of a promise that is broken the page would not hear.
      setTimeout(() => {
        throw error;
      });
    });
  },
  { once: true },
);
