// MooTools puts types of its own in place of `Document` and `Element`: their names tell nothing.
export const documentPrototype = Object.getPrototypeOf(Object.getPrototypeOf(document)) as Document;
