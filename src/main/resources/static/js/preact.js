// The one place that says where Preact is.
export { h, render, Component, Fragment } from '../webjars/preact/dist/preact.module.js';
