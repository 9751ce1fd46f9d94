import { format } from "node:util";
import { failureOf } from "../../../scripts/run-code/failure.js";
import { limited } from "../../../scripts/run-code/limited.js";
import type { Printed } from "../../../scripts/run-code/messages.js";
import { printTo } from "../../../scripts/run-code/print-to.js";
import { requireFrom } from "../../../scripts/run-code/require-from.js";
import type { ProgramReply, ProgramRequest } from "./messages.js";
import { Report } from "./report.js";
import { Watch } from "./watch.js";
import { setWatch, watchedLibrary } from "./watched-library.js";

/** What a worker's global object is, as far as this one uses it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ProgramRequest>) => void) | null;
  postMessage(message: ProgramReply, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;

/** A compiled program as a CommonJS module. */
type Program = (require: (name: string) => unknown, exports: object) => Promise<void>;

/** Runs a program as soon as the page has said what it shows. The script of the worker ends with this call. */
function runProgram(program: Program): void {
  const report = new Report({
    post: (reply, transfer) => scope.postMessage(reply, transfer),
    now: () => performance.now(),
  });
  const print = limited<Printed>((message) => scope.postMessage(message));
  printTo((...values) => print({ type: "printed", text: format(...values) }));
  setWatch(new Watch((training) => report.stepped(training)));
  scope.onmessage = ({ data }) => {
    report.receive(data);
    scope.onmessage = ({ data }) => report.receive(data);
    run(program, report);
  };
}

async function run(program: Program, report: Report): Promise<void> {
  try {
    await program(requireFrom(watchedLibrary), {});
    report.ended();
    scope.postMessage({ type: "done" });
  } catch (error) {
    report.ended();
    scope.postMessage(failureOf(error, 1));
  }
}

self.addEventListener("unhandledrejection", ({ reason }) => scope.postMessage(failureOf(reason, 1)));
Object.assign(self, { runProgram });
