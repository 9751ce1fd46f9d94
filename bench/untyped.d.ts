// These libraries bring no types.
declare module "brain.js";
declare module "convnetjs";
