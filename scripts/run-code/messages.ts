/** A line of output. */
export interface Printed {
  readonly type: "printed";
  readonly text: string;
}

/** There is more output than a page shows. */
export interface More {
  readonly type: "more";
}

/** An error that ended a script. */
export interface Failed {
  readonly type: "error";
  readonly text: string;
  /** The line of the reader's code that threw it, from 1; undefined if it is unknown. */
  readonly line?: number | undefined;
}

/** That a script has run to its end. */
export interface Done {
  readonly type: "done";
}
