import type { RequireEqual } from "../matrix/shape-types.js";

/** A width that a layer declares in its type, or `number`. */
type Declared<Width> = Width extends number ? Width : number;

/** The columns a layer takes. */
type InputsOf<L> = L extends { readonly inputs?: infer Width } ? Declared<Width> : number;

/** The columns after a layer that got `Width` columns. */
type WidthAfter<L, Width extends number> = L extends { readonly elementwise: true }
  ? Width
  : L extends { readonly outputs?: infer Out }
    ? Declared<Out>
    : number;

/**
 * The same layers, each a {@link ShapeMismatch} where it does not take what the one before it gives.
 *
 * @group Shape types
 */
export type Chain<
  Layers extends readonly unknown[],
  Width extends number = number,
> = Layers extends readonly [infer Head, ...infer Tail]
  ? [
      Head &
        RequireEqual<
          Width,
          InputsOf<Head>,
          `the layer before gives ${Width} columns, this one takes ${InputsOf<Head>}`
        >,
      ...Chain<Tail, WidthAfter<Head, Width>>,
    ]
  : Layers;

/**
 * The columns that a chain of layers takes: those of its first layer that is not elementwise; `number` where that declares none.
 *
 * @group Shape types
 */
export type FirstInputs<Layers extends readonly unknown[]> = Layers extends readonly [
  infer Head,
  ...infer Tail,
]
  ? Head extends { readonly elementwise: true }
    ? FirstInputs<Tail>
    : InputsOf<Head>
  : number;

/**
 * The columns that a chain of layers gives.
 *
 * @group Shape types
 */
export type LastOutputs<
  Layers extends readonly unknown[],
  Width extends number = number,
> = Layers extends readonly [infer Head, ...infer Tail] ? LastOutputs<Tail, WidthAfter<Head, Width>> : Width;
