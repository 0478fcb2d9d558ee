// Makes the task list behave as part of the product: one language, one sign-in.
import { translateForms } from "./formTexts.js";
import { nameRoles } from "./roleTitles.js";
import { signIn, signOut } from "./server.js";
import { leadToSigning } from "./signing.js";
import { keepWhatIsTyped } from "./typing.js";
import { language, word } from "./words.js";

export function frame(module) {
  module.config(["$translateProvider", "$uibModalProvider", "$provide", configure]);
  module.run(["$rootScope", "$location", run]);
}

function configure($translateProvider, $uibModalProvider, $provide) {
  $translateProvider.preferredLanguage(language);

  // A click beside a half-filled form, or Escape in one of its lists, must not throw the form away.
  Object.assign($uibModalProvider.options, { backdrop: "static", keyboard: false });

  $provide.decorator("AuthenticationService", ["$delegate", (service) => Object.assign(service, { logout: signOut })]);

  $provide.decorator("Notifications", ["$delegate", (notifications) => {
    const { addError } = notifications;
    notifications.addError = function (error) {
      error.message ||= unanswered();
      document.querySelectorAll("[notifications-panel]").forEach((panel) => panel.setAttribute("role", "alert"));
      return addError.call(this, error);
    };
    return notifications;
  }]);
}

/** The form marks what it misses; the sentence and the screen lead there. */
function unanswered() {
  const first = document.querySelector(".fjs-container .fjs-has-errors");
  first?.scrollIntoView({ block: "center" });
  return first ? word("tasklist.unanswered") : "";
}

function run($rootScope, $location) {
  document.documentElement.lang = language;
  document.documentElement.classList.add("pilotage");
  document.documentElement.style.setProperty("--pilotage-take-first", JSON.stringify(word("tasklist.takeFirst")));
  translateForms(document.body);
  keepWhatIsTyped(document.body);
  nameRoles(document.body);
  leadToSigning(document.body);
  $rootScope.$on("authentication.login.required", signIn);
  const markOpenTask = () =>
    document.documentElement.classList.toggle("pilotage--task-open", Boolean($location.search().task));
  $rootScope.$on("$locationChangeSuccess", markOpenTask);
  markOpenTask();
}
