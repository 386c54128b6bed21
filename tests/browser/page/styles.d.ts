/** All style sheets of web/styles, minified (web/pack/styles.mjs). */
declare module 'postlude:styles' {
  const text: string;
  export default text;
}
