// The page on a server that a test can stop: the one of `cargo xtask serve`.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
// Somewhere below the root of the host, as on GitHub Pages.
const UNDER = "/some/folder/";

/** Serves the built page, or another folder; gives its address and the way to stop it. */
export async function startServer(folder = `${ROOT}/dist`) {
  const options = ["serve", "--no-build", "--no-open", "--port", "0"];
  options.push("--under", UNDER, "--folder", folder);
  const xtask = process.env.XTASK;
  const [program, ...first] = xtask ? [xtask] : ["cargo", "run", "-qp", "xtask", "--"];
  const server = spawn(program, [...first, ...options], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = () => {
    server.kill();
    return ended;
  };
  for await (const line of createInterface(server.stdout)) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return { address, stop };
  }
  throw new Error("the server ended before it had an address");
}
