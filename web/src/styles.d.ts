/** The style sheets of orders and offers in web/styles, base first, minified by the build. */
declare module 'postlude:first-styles' {
  const text: string;
  export default text;
}
