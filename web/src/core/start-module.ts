/** Emscripten's glue of one module (bindings/wasm/developer.cmake). */
export type CreateGlue = (options: {
  instantiateWasm(imports: object, receive: (instance: object) => void): object;
}) => Promise<unknown>;

/** A `WebAssembly.Module`, whose name hosts without the types of a browser do not know. */
export type CompiledModule = object;

/** How a module is found where it is not beside the script. */
export interface ModuleOptions {
  /**
   * The module's bytes, for hosts without a file system or fetch; or the `WebAssembly.Module` that edge
   * workers import, as they compile nothing at run time.
   */
  readonly wasm?: ArrayBuffer | Uint8Array | CompiledModule;
}

interface Host {
  readonly process?: { getBuiltinModule?(name: 'fs'): { readFileSync(url: URL): Uint8Array } };
}

async function compile(url: URL): Promise<WebAssembly.Module> {
  // Node's fetch reads no files.
  const files = url.protocol === 'file:' && (globalThis as Host).process?.getBuiltinModule?.('fs');
  if (files) return WebAssembly.compile(files.readFileSync(url) as BufferSource);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Starts a module and returns what it exports (bindings/embind*.cpp). The glue compiles nothing and
 * finds nothing itself, so that it is the same for every host. `beside` tells where it is when
 * it is not given; it is not called otherwise, as bundlers for the edge have no import.meta.url.
 * Rejects when the module cannot be had, compiled or started.
 */
export async function startModule<Exports>(
  createGlue: CreateGlue,
  { wasm }: ModuleOptions,
  beside: () => URL,
): Promise<Exports> {
  const module = !wasm
    ? await compile(beside())
    : 'byteLength' in wasm
      ? await WebAssembly.compile(wasm as BufferSource)
      : (wasm as WebAssembly.Module);
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: object, receive: (instance: object) => void): object => {
      WebAssembly.instantiate(module, imports as WebAssembly.Imports)
        .then(receive)
        .catch(reject);
      return {};
    };
    createGlue({ instantiateWasm }).then((exports) => resolve(exports as Exports), reject);
  });
}
