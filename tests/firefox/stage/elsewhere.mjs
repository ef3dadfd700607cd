// The world outside for Firefox: a proxy on this machine through which some hosts are one server of the
// test's own, with TLS, and no other host can be reached. So texts at addresses are fetched as from anywhere, and nothing leaves here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createProxy } from "node:http";
import { createServer as createSite } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate that nobody signed, made for this run; none where there is no openssl. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "stancelight-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  const options = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  try {
    const files = ["-subj", "/CN=texts.example", "-keyout", key, "-out", cert];
    execFileSync("openssl", ["req", ...options, ...files], { stdio: "ignore" });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const listen = (server) =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server.address().port));
  });

/**
 * Starts the world: `hosts` are those that can be reached, `port` is that of the proxy, `asked` what was asked of which host, and
 * `respond` how the site answers. None where no certificate can be made.
 */
export async function startWorld() {
  const made = certificate();
  if (!made) return null;
  const world = { hosts: [], asked: [], respond: (_, response) => response.end() };
  const site = createSite(made, (request, response) => {
    const { method, url, headers } = request;
    world.asked.push({ method, url, headers });
    world.respond(request, response);
  });
  const to = await listen(site);
  const sockets = new Set();
  const proxy = createProxy((_, response) => response.writeHead(502).end());
  proxy.on("connect", ({ url }, socket) => {
    // Firefox has errands of its own.
    if (!world.hosts.includes(url.replace(/:443$/, ""))) {
      socket.on("error", () => socket.destroy());
      return socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    }
    const other = connect(to, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      other.pipe(socket).pipe(other);
    });
    for (const each of [socket, other]) {
      sockets.add(each);
      each.on("error", () => each.destroy());
      each.on("close", () => sockets.delete(each));
    }
  });
  world.port = await listen(proxy);
  world.stop = async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all([proxy, site].map((server) => new Promise((resolve) => server.close(resolve))));
  };
  return world;
}
