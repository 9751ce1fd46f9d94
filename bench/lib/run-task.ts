import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Entry, isPython } from "./contenders.js";
import type { Job, JobName } from "./job.js";
import type { Pace } from "./measure.js";
import { directoryOf } from "./numbers.js";
import { BUILD, ROOT } from "./paths.js";
import { pythonEnvironment, pythonWith } from "./python.js";
import { waitForQuiet } from "./quiet.js";
import type { Answer, Task } from "./task.js";

const LONGEST = 300_000;
/** What is timed waits for a quiet machine, for so many times as long as it is timed. */
const PATIENCE = 10;

/** Lets a contender do a job in a process of its own. Whatever goes wrong there is an answer too. */
export function runTask(entry: Entry, job: Job, name?: JobName, pace?: Pace): Answer {
  const cannot = name && entry.cannot?.[name];
  if (cannot) return { cannot };
  const task: Task = {
    contender: entry.file,
    options: entry.options,
    ...(entry.before && { before: entry.before }),
    job,
    ...(pace && { pace }),
  };
  if (pace) waitForQuiet(PATIENCE * pace.duration);
  if (!isPython(entry))
    return run(process.execPath, [join(BUILD, "child.js"), JSON.stringify(task)], process.env);
  const [library] = entry.packages;
  const python = pythonWith(library);
  if (!python) return { cannot: `no Python has ${library}` };
  // Python reads the same files.
  const placed = { ...task, job: { ...job, data: directoryOf(job.data) } };
  return run(
    python.command,
    [join(ROOT, "contenders", entry.file), JSON.stringify(placed)],
    pythonEnvironment(),
  );
}

function run(command: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Answer {
  const options = { cwd: ROOT, env, encoding: "utf8", timeout: LONGEST, maxBuffer: 2 ** 26 } as const;
  const { status, signal, stdout, stderr, error } = spawnSync(command, parameters, options);
  try {
    if (status === 0) return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Answer;
  } catch {
    return { error: `answered "${stdout.trim().slice(-200)}"` };
  }
  const lines = stderr.replaceAll(ROOT, "bench").trim().split("\n");
  const line = lines.findLast((text) => /^\S*(Error|Exception)\b/.test(text.trim())) ?? lines.at(-1);
  return { error: error?.message ?? (line || `ended with ${signal ?? status}`) };
}
