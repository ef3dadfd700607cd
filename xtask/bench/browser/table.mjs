// What was measured, as a table for people.

const STAGES = ["import", "names", "entities", "coreference"];

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const sum = (values) => values.reduce((one, other) => one + other, 0);
/** Megabytes a second, of the processor's time where that is known. */
const speed = ({ bytes, times, cpu }) => bytes / (cpu || sum(times)) / 1000;
const figure = (value) => value.toPrecision(3).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

/** The figures of one set: medians, and medians of the ratios within a round. */
export function figures({ first, rounds }) {
  const of = (which) => median(rounds.map((round) => speed(round[which])));
  const ratio = (one, other) =>
    median(rounds.map((round) => speed(round[one]) / speed(round[other])));
  const share = (which, stage) =>
    median(rounds.map((round) => round[which].times[stage] / sum(round[which].times)));
  return {
    native: of("native"),
    wasm: of("wasm"),
    wink: of("wink"),
    compromise: of("compromise"),
    toNative: ratio("wasm", "native"),
    toWink: ratio("wasm", "wink"),
    toCompromise: ratio("wasm", "compromise"),
    memory: first.wasm.grown / first.wasm.bytes,
    shares: STAGES.map((_, stage) => share("wasm", stage)),
  };
}

export function table(results, load) {
  const all = results.map((result) => ({ name: result.name.replace("-", " "), ...figures(result) }));
  const row = (label, value) => `| ${label} | ${all.map(value).join(" | ")} |`;
  const lines = [
    row("text to entities", (one) => one.name),
    `|---|${all.map(() => "---").join("|")}|`,
    row("native, MB/s", (one) => figure(one.native)),
    row("wasm, MB/s", (one) => figure(one.wasm)),
    row("wink-nlp, MB/s", (one) => figure(one.wink)),
    row("compromise, MB/s", (one) => figure(one.compromise)),
    row("wasm to native", (one) => figure(one.toNative)),
    row("wasm to wink-nlp", (one) => figure(one.toWink)),
    row("wasm to compromise", (one) => figure(one.toCompromise)),
    row("speed to that on 1 MB", (one) => figure(one.wasm / all[1].wasm)),
    row("memory, bytes a byte", (one) => (one.name === "5 kB" ? "" : figure(one.memory))),
    ...STAGES.map((stage, at) => row(`${stage}, % of wasm`, (one) => figure(one.shares[at] * 100))),
  ];
  const clock = results.every(({ rounds }) => rounds.every(({ wasm }) => wasm.cpu))
    ? "by the processor's time"
    : "by the time that passed";
  const loads = `models loaded in ${figure(load.native)} ms natively, ${figure(load.wasm)} ms in wasm`;
  return `${lines.join("\n")}\n\nMeasured ${clock}; ${loads}`;
}
