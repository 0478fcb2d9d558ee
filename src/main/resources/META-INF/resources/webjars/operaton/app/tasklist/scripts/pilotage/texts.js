// Gives the task list its own texts before it starts, in one language and with a few plainer words. Left alone it
// loads two languages at once and shows some keys and foreign dates until the last one has arrived.
import { appRoot } from "./server.js";
import { language, wordsBelow } from "./words.js";

export async function prepareTexts() {
  try {
    const prefix = `${appRoot}/app/tasklist/locales/`;
    const texts = await (await fetch(`${prefix}${language}.json`)).json();
    Object.assign(texts.labels, wordsBelow("tasklist.label."));
    const settings = JSON.parse(localStorage.getItem("operaton-web") ?? "{}");
    settings[`${prefix}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
    localStorage.setItem("operaton-web", JSON.stringify(settings));
  } catch (failure) {
    console.warn("The task list speaks with its own words:", failure);
  }
}
