// @ts-check
import { relative } from "node:path";
import { Comment, CommentTag, Converter, ReflectionKind } from "typedoc";

/** The topic of what stands in each folder of the sources. */
const TOPICS = new Map([
  ["matrix", "Matrices and random numbers"],
  ["random", "Matrices and random numbers"],
  ["datasets", "Data"],
  ["data", "Data"],
  ["layers", "Layers"],
  ["parameters", "Layers"],
  ["initializers", "Initializers"],
  ["losses", "Losses"],
  ["regularizers", "Regularizers"],
  ["optimizers", "Optimizers"],
  ["schedules", "Learning rates"],
  ["training", "Training"],
  ["metrics", "Metrics"],
  ["checkpoints", "Checkpoints"],
  ["gradient-check", "Gradient checks"],
  ["errors", "Errors"],
]);

const TYPES = "Types of options and results";

/** The order of the topics in the site: code first, then the types that only name what it takes and returns. */
export const TOPIC_ORDER = [...new Set(TOPICS.values()), "Classes", "Functions", TYPES, "Shape types", "*"];

/**
 * Where a topic stands in the page of its module.
 *
 * @param {string} topic
 */
export function anchorOfTopic(topic) {
  return `#${topic.toLowerCase().replaceAll(" ", "-")}`;
}

/**
 * Groups the library by topic instead of by kind. Types stand apart, so that they don't hide what one calls.
 *
 * @param {import("typedoc").Application} app
 */
export function groupByTopic(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const reflection of project.getReflectionsByKind(ReflectionKind.SomeExport)) {
      if (!reflection.parent?.kindOf(ReflectionKind.SomeModule)) continue;
      const topic = topicOf(reflection, project);
      if (topic === undefined || reflection.comment?.getTag("@group")) continue;
      reflection.comment ??= new Comment();
      reflection.comment.blockTags.push(new CommentTag("@group", [{ kind: "text", text: topic }]));
    }
  });
}

/**
 * @param {import("typedoc").Reflection} reflection
 * @param {import("typedoc").ProjectReflection} project
 */
function topicOf(reflection, project) {
  if (reflection.kindOf(ReflectionKind.Interface | ReflectionKind.TypeAlias)) return TYPES;
  const file = project.getSymbolIdFromReflection(reflection)?.fileName;
  const [root, folder] = file === undefined ? [] : relative(process.cwd(), file).split(/[\\/]/);
  if (root !== "src" || folder === undefined) return undefined;
  // The other entries have a folder each, and few exports.
  return TOPICS.get(folder);
}
