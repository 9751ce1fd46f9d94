declare const mismatch: unique symbol;

/** Anything with rows and columns. */
interface Sized {
  readonly rows: number;
  readonly cols: number;
}

/**
 * The type that an argument of the wrong shape would need. No value has it, so the call does not compile, and
 * the compiler's error shows the message.
 *
 * @typeParam Message - says which dimensions disagree
 * @group Shape types
 */
export interface ShapeMismatch<Message extends string> {
  /** Does not exist at run time. Its type is the message. */
  readonly [mismatch]: Message;
}

/** `true` if two dimensions are equal, or if one of them is known only at run time. */
type IsEqual<A extends number, B extends number> = number extends A | B
  ? true
  : [A, B] extends [B, A]
    ? true
    : false;

/** `true` if a dimension can be stretched to another: it is 1 or, as far as is known, equal. */
type StretchesTo<A extends number, B extends number> = A extends 1 ? true : IsEqual<A, B>;

/** `true` if one of two dimensions can be stretched to the other. */
type Stretches<A extends number, B extends number> = B extends 1 ? true : StretchesTo<A, B>;

/**
 * Lets an argument `X & RequireEqual<A, B, Message>` pass if the dimensions A and B are equal, or if one of
 * them is known only at run time. Otherwise the compiler's error shows the message.
 *
 * @group Shape types
 */
export type RequireEqual<A extends number, B extends number, Message extends string> =
  IsEqual<A, B> extends true ? unknown : ShapeMismatch<Message>;

/**
 * Lets an argument `Right & RequireBroadcast<Left, Right>` pass if it is a number, or a matrix that
 * broadcasts with `Left`.
 *
 * @group Shape types
 */
export type RequireBroadcast<Left extends Sized, Right> = Right extends Sized
  ? [Stretches<Left["rows"], Right["rows"]>, Stretches<Left["cols"], Right["cols"]>] extends [true, true]
    ? unknown
    : ShapeMismatch<ShapesOf<Left, Right>>
  : unknown;

/**
 * Lets an argument `Right & RequireBroadcastInto<Left, Right>` pass if it is a number, or a matrix that
 * broadcasts to the shape of `Left`, which is to hold the result.
 *
 * @group Shape types
 */
export type RequireBroadcastInto<Left extends Sized, Right> = Right extends Sized
  ? [StretchesTo<Right["rows"], Left["rows"]>, StretchesTo<Right["cols"], Left["cols"]>] extends [true, true]
    ? unknown
    : ShapeMismatch<ShapesOf<Left, Right>>
  : unknown;

/**
 * Lets an argument `Targets & RequireSameShape<Outputs, Targets>` pass if it has the shape of the outputs, as
 * far as is known, or is no matrix.
 *
 * @group Shape types
 */
export type RequireSameShape<Outputs extends Sized, Targets> = Targets extends Sized
  ? [IsEqual<Targets["rows"], Outputs["rows"]>, IsEqual<Targets["cols"], Outputs["cols"]>] extends [
      true,
      true,
    ]
    ? unknown
    : ShapeMismatch<`the outputs are ${Outputs["rows"]} x ${Outputs["cols"]}, the targets ${Targets["rows"]} x ${Targets["cols"]}`>
  : unknown;

/**
 * The same matrices, each a {@link ShapeMismatch} if it can't be put below (axis 0) or beside (axis 1) those
 * before it. All pass if the axis is known only at run time.
 *
 * @group Shape types
 */
export type RequireConcat<
  Matrices extends readonly unknown[],
  A extends 0 | 1 | undefined,
  Known extends number = number,
  Checked extends readonly unknown[] = [],
> = Matrices extends readonly [infer Head extends Sized, ...infer Tail]
  ? RequireConcat<
      Tail,
      A,
      KnownOf<Known, Head[SharedSide<A>]>,
      [
        ...Checked,
        Head &
          RequireEqual<
            Known,
            Head[SharedSide<A>],
            `the matrices before have ${Known} ${SharedSide<A>}, this one has ${Head[SharedSide<A>]}`
          >,
      ]
    >
  : readonly [...Checked, ...Matrices];

/** The side that matrices share if they are put together along an axis, 0 if it is not given. */
type SharedSide<A extends 0 | 1 | undefined> = [A] extends [0 | undefined]
  ? "cols"
  : [A] extends [1]
    ? "rows"
    : never;

/** The one of two equal dimensions that is known. */
type KnownOf<A extends number, B extends number> = number extends A ? B : A;

/** The dimension that all of some matrices have, if it is known of one. */
export type CommonDimension<Each extends Sized, Side extends "rows" | "cols"> = [
  KnownDimension<Each, Side>,
] extends [never]
  ? number
  : KnownDimension<Each, Side>;

/** The known dimensions of some matrices. */
type KnownDimension<Each extends Sized, Side extends "rows" | "cols"> = Each extends Sized
  ? number extends Each[Side]
    ? never
    : Each[Side]
  : never;

type ShapesOf<
  Left extends Sized,
  Right extends Sized,
> = `left is ${Left["rows"]} x ${Left["cols"]}, right is ${Right["rows"]} x ${Right["cols"]}`;

/** The dimension that two dimensions broadcast to. */
export type BroadcastDimension<A extends number, B extends number> = A extends 1
  ? B
  : number extends A
    ? B extends 1
      ? A
      : B
    : A;
