// Keeps one build of the page whole, for use without a network. The build writes a first line
// before this one: BUILD, with a version that covers every byte, and the first half of each file's
// SHA-256.
//
// Nothing of another build is ever mixed in: a version is taken when all its files have arrived
// and are the very files of the list, and it serves when no page of the version before is open, or
// when the only open page asks for it ("take over") and then loads itself again.

const PREFIX = "stancelight ";
const CACHE = PREFIX + BUILD.version;
const PAGE = "index.html";
/** What the deep reader keeps of itself: files that are named by what is in them. */
const DEEP = "stancelight-deep";

async function hash(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  const half = new Uint8Array(digest, 0, 16);
  return Array.from(half, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function keep(cache, path, expected) {
  const url = new URL(path, registration.scope);
  // Past the browser's own cache, which may hold a file of the same name from an older build.
  const response = await fetch(url, { cache: "no-cache" });
  const bytes = await response.clone().arrayBuffer();
  if (!response.ok || (await hash(bytes)) !== expected) {
    throw new Error(`${path} is not the file of this version`);
  }
  await cache.put(url, response);
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  const files = Object.entries(BUILD.files);
  await Promise.all(files.map(([path, hash]) => keep(cache, path, hash)));
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// A kept file for what is asked for: the page for the folder's own address, whatever the query.
async function kept(request) {
  const cache = await caches.open(CACHE);
  const asked = new URL(request.url);
  const path = asked.origin + asked.pathname;
  const page = path === registration.scope;
  const found = await cache.match(page ? new URL(PAGE, registration.scope) : path);
  return found ?? caches.match(path, { cacheName: DEEP });
}

addEventListener("install", (event) => event.waitUntil(keepAll()));

addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(kept(request).then((response) => response ?? fetch(request)));
  }
});

addEventListener("message", (event) => {
  if (event.data !== "take over") return;
  const open = clients.matchAll({ type: "window", includeUncontrolled: true });
  event.waitUntil(
    open.then((pages) => {
      const alone = pages.length === 1;
      event.ports[0].postMessage(alone);
      return alone && skipWaiting();
    }),
  );
});
