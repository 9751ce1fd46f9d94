/** What the contenders use of libraries that bring no types. */
declare module "convnetjs" {
  interface Vol {
    readonly w: Float64Array;
  }
  interface Layer {
    readonly layer_type: string;
    readonly filters: readonly Vol[];
  }
  interface Net {
    readonly layers: readonly Layer[];
    makeLayers(definitions: readonly object[]): void;
  }
  interface Trainer {
    train(x: Vol, label: number): { readonly cost_loss: number; readonly l2_decay_loss: number };
  }
  const convnetjs: {
    Vol: new (width: number, height: number, depth: number, value: number) => Vol;
    Net: new () => Net;
    SGDTrainer: new (net: Net, options: object) => Trainer;
  };
  export default convnetjs;
}

declare module "brain.js" {
  interface NeuralNetwork {
    sizes: readonly number[];
    initialize(): void;
    trainPattern(pattern: { readonly input: Float32Array; readonly output: Float32Array }): void;
  }
  const brain: { NeuralNetwork: new (options: object) => NeuralNetwork };
  export default brain;
}
