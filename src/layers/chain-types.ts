import type { RequireEqual } from "../matrix/shape-types.js";

/** A width that a layer declares in its type, or `number`. */
type Declared<Width> = [Exclude<Width, undefined>] extends [never]
  ? number
  : Extract<Exclude<Width, undefined>, number>;

/** The columns that a layer takes. */
export type InputsOf<L> = L extends { readonly inputs?: infer Width } ? Declared<Width> : number;

/** The columns that a layer gives, whatever it gets. */
type OutputsOf<L> = L extends { readonly outputs?: infer Width } ? Declared<Width> : number;

/** The columns that a layer gives if it gets `Width` columns. */
export type WidthAfter<L, Width extends number> = L extends { readonly elementwise: true }
  ? Width
  : OutputsOf<L>;

/** The columns that a layer got if it gave `Width` columns. */
export type WidthBefore<L, Width extends number> = L extends { readonly elementwise: true }
  ? Width
  : InputsOf<L>;

/** `unknown` if a gradient with `Width` columns can go back through a layer, else a {@link ShapeMismatch}. */
export type RequireOutputs<L, Width extends number> = RequireEqual<
  Width,
  OutputsOf<L>,
  `the gradient has ${Width} columns, the layer gives ${OutputsOf<L>}`
>;

/** The same layers, each a {@link ShapeMismatch} if it does not take what the one before it gives. */
export type RequireChain<
  Layers extends readonly unknown[],
  Width extends number = number,
  Checked extends readonly unknown[] = [],
> = Layers extends readonly [infer Head, ...infer Tail]
  ? RequireChain<
      Tail,
      WidthAfter<Head, Width>,
      [
        ...Checked,
        Head &
          RequireEqual<
            Width,
            InputsOf<Head>,
            `the layer before gives ${Width} columns, this one takes ${InputsOf<Head>}`
          >,
      ]
    >
  : [...Checked, ...Layers];

/**
 * The columns that a chain of layers takes: those of its first layer that is not elementwise; `number` if
 * that declares none.
 */
export type FirstInputs<Layers extends readonly unknown[]> = Layers extends readonly [
  infer Head,
  ...infer Tail,
]
  ? Head extends { readonly elementwise: true }
    ? FirstInputs<Tail>
    : InputsOf<Head>
  : number;

/** The columns that a chain of layers gives. */
export type LastOutputs<
  Layers extends readonly unknown[],
  Width extends number = number,
> = Layers extends readonly [infer Head, ...infer Tail] ? LastOutputs<Tail, WidthAfter<Head, Width>> : Width;

/** The columns that a block takes and gives, as far as one of its ends knows them. */
export type WidthOfBlock<Layers extends readonly unknown[]> =
  number extends FirstInputs<Layers> ? LastOutputs<Layers> : FirstInputs<Layers>;

/**
 * The same layers, of which each must take what the one before it gives, and the last give what the first
 * takes.
 */
export type RequireBlock<Layers extends readonly unknown[]> =
  Layers extends RequireChain<Layers>
    ? Layers extends readonly [...infer Before, infer Last]
      ? [
          ...Before,
          Last &
            RequireEqual<
              FirstInputs<Layers>,
              LastOutputs<Layers>,
              `the block takes ${FirstInputs<Layers>} columns and gives ${LastOutputs<Layers>}`
            >,
        ]
      : Layers
    : RequireChain<Layers>;
