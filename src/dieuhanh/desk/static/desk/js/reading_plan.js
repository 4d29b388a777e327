// The rows of a plan taken from a paper: long catalogues are searched without accents.

import { searchable } from "./chooser.js";

for (const select of document.querySelectorAll('select[name$="-indicator"]')) searchable(select);
