import type { Done, Failed, More, Printed } from "../../../scripts/run-code/messages.js";
import type { Reply, Request } from "../messages.js";

/** What the page asks of a program's worker. It listens before the program begins and after its end. */
export type ProgramRequest = Extract<Request, { kind: "show" | "save" }>;

/** What a program's worker tells the page: output, and where the training stands. */
export type ProgramReply = Printed | More | Failed | Done | Reply;
