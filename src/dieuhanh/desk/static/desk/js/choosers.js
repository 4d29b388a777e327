// Pages with long lists to choose from: each is searched without accents.

import { searchable } from "./chooser.js";

for (const select of document.querySelectorAll("[data-search-word] select")) searchable(select);
