import type { Matrix } from "./matrix.js";

declare const mismatch: unique symbol;

/**
 * What a wrong argument is asked to be. Nothing is, so the call does not compile, and the compiler prints the message.
 *
 * @typeParam Message - what the reader of the compiler's error needs to know
 * @group Shape types
 */
export interface ShapeMismatch<Message extends string> {
  /** Holds nothing at run time; its type is the message. */
  readonly [mismatch]: Message;
}

/** `true` where `A` and `B` are the same dimension, or one of them is known at run time only. */
type Same<A extends number, B extends number> = number extends A | B
  ? true
  : [A, B] extends [B, A]
    ? true
    : false;

/** `true` where `A` and `B` agree or one of them is 1. */
type Stretches<A extends number, B extends number> = A extends 1 ? true : B extends 1 ? true : Same<A, B>;

/**
 * `unknown` where the dimensions agree, so that `Argument & Agree<...>` is `Argument`; a {@link ShapeMismatch} otherwise.
 *
 * @group Shape types
 */
export type Agree<A extends number, B extends number, Message extends string> =
  Same<A, B> extends true ? unknown : ShapeMismatch<Message>;

/**
 * `unknown` where `Right` is a number or a matrix that broadcasts with `Left`.
 *
 * @group Shape types
 */
export type Broadcastable<Left extends Matrix, Right> =
  Right extends Matrix<infer R, infer C>
    ? [Stretches<Left["rows"], R>, Stretches<Left["cols"], C>] extends [true, true]
      ? unknown
      : ShapeMismatch<`left is ${Left["rows"]} x ${Left["cols"]}, right is ${R} x ${C}`>
    : unknown;

/** The dimension that two dimensions broadcast to. */
type Stretched<A extends number, B extends number> = A extends 1
  ? B
  : number extends A
    ? B extends 1
      ? A
      : B
    : A;

/**
 * The type of the result when `Left` and `Right` are broadcast.
 *
 * @group Shape types
 */
export type Broadcasted<Left extends Matrix, Right> =
  Right extends Matrix<infer R, infer C>
    ? Matrix<Stretched<Left["rows"], R>, Stretched<Left["cols"], C>>
    : Matrix<Left["rows"], Left["cols"]>;

/**
 * `unknown` where `Right` is a number or broadcasts to exactly the shape of `Left`, as writing into it needs.
 *
 * @group Shape types
 */
export type BroadcastableInto<Left extends Matrix, Right> =
  Right extends Matrix<infer R, infer C>
    ? [R extends 1 ? true : Same<Left["rows"], R>, C extends 1 ? true : Same<Left["cols"], C>] extends [
        true,
        true,
      ]
      ? unknown
      : ShapeMismatch<`left is ${Left["rows"]} x ${Left["cols"]}, right is ${R} x ${C}`>
    : unknown;

/**
 * The columns of a list of rows: a literal where the rows are literals.
 *
 * @group Shape types
 */
export type ColsOf<Rows extends readonly (readonly number[])[]> = Rows extends readonly []
  ? 0
  : Rows[number]["length"];
