// Settings of the task list: our name, our two languages, and our additions (scripts/pilotage).
import { prepareTexts } from "./pilotage/texts.js";
import { language, word } from "./pilotage/words.js";

// A slow line is no reason for an empty page.
window.require?.config?.({ waitSeconds: 0 });

await prepareTexts();

export default {
  app: { vendor: word("product"), name: word("tasklist.app") },
  locales: { availableLocales: ["en", "de"], fallbackLocale: language },
  disableWelcomeMessage: true,
  customScripts: ["scripts/pilotage/additions"],
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: word("tasklist.shortcut.claim") },
    focusFilter: { key: "ctrl+shift+f", description: word("tasklist.shortcut.filter") },
    focusList: { key: "ctrl+alt+l", description: word("tasklist.shortcut.list") },
    focusForm: { key: "ctrl+alt+f", description: word("tasklist.shortcut.form") },
    startProcess: { key: "ctrl+alt+p", description: word("tasklist.shortcut.start") },
  },
};
