import { renderToString } from 'react-dom/server';
import { offersTree, trackingTree } from '../rivals/react.jsx';
import { rendererOf } from './renderer.mjs';

export const makeRenderer = rendererOf(renderToString, trackingTree, offersTree);
