/** What the buttons of a block and its output say. */
export type Words = { readonly [Key in keyof typeof en]: Wide<(typeof en)[Key]> };
type Wide<Text> = Text extends string ? string : Text;

export const en = {
  run: "Run",
  stop: "Stop",
  edit: "Edit",
  reset: "Reset",
  share: "Share",
  code: "Code; Control and Enter run it",

  running: "Running",
  runningFor: (seconds: number) => `Running for ${seconds} s`,
  done: "Done",
  failed: "Failed",
  stopped: "Stopped",
  stoppedAfter: (seconds: number) => `Stopped after ${seconds} s, the limit of this page`,
  noEngine: "the code that runs the blocks could not be loaded; try again when you are online",
  noWorker: "the browser refuses to start a worker",

  linkCopied: "Link copied",
  linkInAddress: "The link is in the address bar",
  fromLink: "From a link: read it, then run it",
  linkDamaged: "The link is damaged: its code could not be read",

  output: "Output",
  picture: "The picture that the code made",
  more: "... and more, which is not shown",
  kept: "as promised",
  broken: "not as promised",
  promised: "promised",
  missed: "This promise was not reached.",
  otherOutput: "This is not the output below.",
  nearlyTheOutput:
    "The last digits differ from those below, which Node printed: browsers round Math.exp and its like differently.",
  line: (line: number) => `line ${line}`,
  lineAbove: (line: number) => `a block above, line ${line}`,

  // of typedoc's own script
  copy: "Copy",
  copied: "Copied!",
};
