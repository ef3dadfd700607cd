// What no page of ours may do, whatever a test is about.

/**
 * Collects what goes wrong on all pages of a context: errors, and requests to other hosts than
 * `others`.
 */
export function collectComplaints(context, origin, others = []) {
  const complaints = [];
  context.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin && !others.includes(asked)) {
      complaints.push(`request to another origin: ${request.url()}`);
    }
  });
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`page error: ${error.error()}`));
  return complaints;
}
