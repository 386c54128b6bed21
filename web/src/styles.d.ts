/** All style sheets of web/styles, base first, minified by the build. */
declare module 'postlude:styles' {
  const text: string;
  export default text;
}
