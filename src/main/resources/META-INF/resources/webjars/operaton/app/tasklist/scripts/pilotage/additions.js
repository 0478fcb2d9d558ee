// What we add to the task list. Everything here is optional: without it the tasks can still be done.
import { frame } from "./frame.js";
import { pilotTab } from "./pilotTab.js";
import { backLink, navigation, taskCard } from "./smallParts.js";

frame(window.angular.module("cam.tasklist.custom"));

export default [pilotTab, taskCard, navigation, backLink];
