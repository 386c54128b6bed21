import { createElement } from './natives.js';

/**
 * Imports a module whose bytes must have the given Subresource Integrity; "" imports it as it is.
 * `import()` itself cannot check: a preload does, and what it refuses is not imported. Browsers
 * without modulepreload import unchecked.
 */
export async function importModule<T>(url: string, integrity = '', nonce = ''): Promise<T> {
  if (integrity) {
    const link = createElement('link') as HTMLLinkElement;
    if (link.relList.supports('modulepreload')) await preload(link, url, integrity, nonce);
  }
  return import(/* @vite-ignore */ /* webpackIgnore: true */ url) as Promise<T>;
}

function preload(
  link: HTMLLinkElement,
  url: string,
  integrity: string,
  nonce: string,
): Promise<void> {
  return new Promise((done, refuse) => {
    link.rel = 'modulepreload';
    link.integrity = integrity;
    link.nonce = nonce;
    link.href = url;
    link.onload = () => {
      link.remove();
      done();
    };
    link.onerror = () => {
      link.remove();
      refuse(new Error(`refused or not found: ${url}`));
    };
    document.head.appendChild(link);
  });
}
