/** The address of a worker's script, which Vite bundles. */
declare module "*?worker&url" {
  const url: string;
  export default url;
}
