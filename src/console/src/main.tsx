import '@patternfly/react-core/dist/styles/base.css';
import '@patternfly/react-styles/css/components/Table/table.css';
import '@patternfly/react-styles/css/components/Table/table-grid.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { followSystemTheme } from './theme';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no #root');
}
followSystemTheme();
createRoot(root).render(<App />);
