package io.pilotage.dossier;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.dossier.CaseReport.Drawing;
import io.pilotage.dossier.CaseReport.FileLine;
import io.pilotage.dossier.CaseReport.GateLine;
import io.pilotage.dossier.CaseReport.Line;
import io.pilotage.dossier.CaseReport.Step;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.CaseRoutes;
import io.pilotage.pilot.CaseRoutes.Route;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Pilot;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.DrawnModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts a case into words for a document, in the language of the thread. */
@Component
class CaseReports {

    private final GateKeeper gates;
    private final AccountabilityManagement accountabilities;
    private final CaseRoutes routes;
    private final Agreements agreements;
    private final Gaps gaps;
    private final ExpectedRecords expected;
    private final Steps steps;
    private final Proposals proposals;
    private final CaseWords words;
    private final Dates dates;

    CaseReports(
            GateKeeper gates,
            AccountabilityManagement accountabilities,
            CaseRoutes routes,
            Agreements agreements,
            Gaps gaps,
            ExpectedRecords expected,
            Steps steps,
            Proposals proposals,
            CaseWords words,
            Dates dates) {
        this.gates = gates;
        this.accountabilities = accountabilities;
        this.routes = routes;
        this.agreements = agreements;
        this.gaps = gaps;
        this.expected = expected;
        this.steps = steps;
        this.proposals = proposals;
        this.words = words;
        this.dates = dates;
    }

    /**
     * @param entries of the case, oldest first, at least one
     * @param rules the models, forms and tables that the entries name
     */
    CaseReport of(Pilot pilot, List<RecordedEntry> entries, ModelsInForce.Found rules) {
        List<GateDecided> decided = gates.decisions(pilot.key());
        List<Route> travelled = routes.of(pilot.key());
        List<String> absent = expected.absent(pilot, decided, travelled, entries, rules);
        List<Step> decisions = steps(pilot, entries, rules, Steps::isDecision);
        Instant asOf = entries.get(entries.size() - 1).entry().at();
        return new CaseReport(
                pilot.key(),
                pilot.proposal().title(),
                words.phase(pilot.phase()),
                words.tier(pilot.tier()),
                words.status(pilot.status()),
                proposals.standing(pilot),
                pilot.status().isFinal(),
                asOf,
                dates.moment(pilot, asOf),
                proposals.lines(pilot),
                figures(entries, decisions.size(), absent.size()),
                people(pilot.key()),
                decided.stream().map(one -> gate(pilot, one, entries)).toList(),
                agreements.of(pilot.key()),
                agreements.evidence(pilot),
                gaps.of(pilot),
                absent,
                drawings(travelled),
                steps(pilot, entries, rules, Steps::isSeal),
                decisions,
                steps(pilot, entries, rules, entry -> Steps.isAnswer(entry) && !Steps.isDecision(entry)),
                steps(pilot, entries, rules, CaseReports::happened),
                rules.files().entrySet().stream()
                        .map(file -> new FileLine(file.getKey(), Sha256.hex(file.getValue())))
                        .toList());
    }

    /** The drawings that the report shows, by their ids. */
    Map<String, ModelDrawing> drawings(String pilotKey, Lettering lettering) {
        return routes.of(pilotKey).stream()
                .collect(Collectors.toMap(
                        CaseReports::drawingId,
                        route -> new ModelDrawing(
                                new ModelLayout(drawn(route).translated()), route.passed(), route.open(), lettering)));
    }

    private List<Step> steps(
            Pilot pilot, List<RecordedEntry> entries, ModelsInForce.Found rules, Predicate<TrailEntry> wanted) {
        return entries.stream()
                .filter(recorded -> wanted.test(recorded.entry()))
                .map(entry -> steps.step(pilot, entry, rules.files()))
                .toList();
    }

    private static boolean happened(TrailEntry entry) {
        return !Steps.isAnswer(entry) && !Steps.isDecision(entry) && !Steps.isSeal(entry);
    }

    private List<Line> figures(List<RecordedEntry> entries, int decisions, int absent) {
        List<Line> figures = new ArrayList<>();
        figures.add(figure("entries", entries.size()));
        figures.add(figure("decisions", decisions));
        figures.add(figure("refused", count(entries, "refused")));
        figures.add(figure("escalated", count(entries, "escalated")));
        figures.add(figure("absent", absent));
        return figures;
    }

    private Line figure(String name, long count) {
        return new Line(words.say("dossier.figure." + name), String.valueOf(count));
    }

    private static long count(List<RecordedEntry> entries, String kind) {
        return entries.stream()
                .filter(entry -> entry.entry().kind().equals(kind))
                .count();
    }

    private List<Line> people(String pilotKey) {
        return accountabilities.of(pilotKey).stream()
                .map(held -> new Line(
                        words.role(held.roleGroup()),
                        held.person() == null
                                ? words.say("dossier.people.vacant")
                                : held.isAccepted()
                                        ? words.person(held.person())
                                        : words.say("dossier.people.named", words.person(held.person()))))
                .toList();
    }

    private GateLine gate(Pilot pilot, GateDecided decided, List<RecordedEntry> entries) {
        return new GateLine(
                words.gate(decided.gate().name()),
                words.outcome(decided.outcome().code()),
                dates.day(pilot, decided.at()),
                decided.signers().stream()
                        .map(signer -> signer(decided.gate(), signer, decided.at(), entries))
                        .toList(),
                Objects.requireNonNullElse(decided.reason(), "")
                        .lines()
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    /** A name with the role in which this person decided in the phase of the gate, as the trail has it. */
    private String signer(Gate gate, String person, Instant at, List<RecordedEntry> entries) {
        return entries.stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.actor().equals(person)
                        && gate.phase().process().equals(entry.processId())
                        && !entry.at().isAfter(at)
                        && Steps.isDecision(entry)
                        && entry.role() != null)
                .reduce((earlier, later) -> later)
                .map(entry -> words.person(person) + " (" + words.role(String.valueOf(entry.role())) + ")")
                .orElseGet(() -> words.person(person));
    }

    private List<Drawing> drawings(List<Route> travelled) {
        return travelled.stream().map(this::drawing).toList();
    }

    private Drawing drawing(Route route) {
        Map<String, String> names = drawn(route).names();
        List<String> open = named(route.open(), names);
        List<String> passed = named(route.passed(), names);
        String name = words.task(route.process());
        return new Drawing(
                drawingId(route),
                name,
                route.version(),
                words.say("dossier.drawing.alt", name, said(passed), said(open)),
                open,
                passed);
    }

    private String said(List<String> names) {
        return names.isEmpty() ? words.say("dossier.drawing.nothing") : String.join(", ", names);
    }

    private static List<String> named(Collection<String> elements, Map<String, String> names) {
        return elements.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static DrawnModel drawn(Route route) {
        Locale language = LocaleContextHolder.getLocale();
        return new DrawnModel(route.model(), language);
    }

    private static String drawingId(Route route) {
        return "drawing-" + route.process() + "-" + route.version();
    }
}
