/** The state that the components watch: deep, so that one checkpoint can change by itself. */
export function createPage(state) {
  const page = $state({ state });
  return page;
}
