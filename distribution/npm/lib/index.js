export { startSimulator } from './simulator.js';
export { ControlClient } from './control.js';
