import './admin/chart.js';
import './shell/app.js';
