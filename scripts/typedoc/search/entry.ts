/** A place of the site that the search knows: a section of a guide, or something of the API. */
export interface Entry {
  readonly title: string;
  /** What it is a part of: the guide of a section, the class of a method. */
  readonly parent: string;
  /** From the root of the site. */
  readonly url: string;
  /** typedoc's number for its kind, which has an icon. */
  readonly kind: number;
  readonly text: string;
  /** How much sooner it is shown than others that fit as well. */
  readonly weight: number;
  readonly language: "en" | "zh";
}
