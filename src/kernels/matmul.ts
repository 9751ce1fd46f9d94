export { matmul } from "./product.js";
