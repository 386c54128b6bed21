import { createElement } from './natives.js';

/**
 * Imports a module whose bytes must have the given Subresource Integrity; "" imports it as it is.
 * `import()` itself cannot check, so two checks go before it: a preload, which binds what is imported
 * to what was checked, and a fetch, for WebKit, whose preloads do not look at `integrity`.
 */
export async function importModule<T>(url: string, integrity = '', nonce = ''): Promise<T> {
  if (integrity) await Promise.all([fetch(url, { integrity }), preload(url, integrity, nonce)]);
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url) as Promise<T>;
}

function preload(url: string, integrity: string, nonce: string): Promise<void> {
  return new Promise((done, refuse) => {
    const link = createElement('link') as HTMLLinkElement;
    if (!link.relList.supports('modulepreload')) {
      done();
      return;
    }
    link.rel = 'modulepreload';
    link.integrity = integrity;
    link.nonce = nonce;
    link.onload = () => {
      link.remove();
      done();
    };
    link.onerror = () => {
      link.remove();
      refuse(new Error(`refused or not found: ${url}`));
    };
    link.href = url;
    document.head.appendChild(link);
  });
}
