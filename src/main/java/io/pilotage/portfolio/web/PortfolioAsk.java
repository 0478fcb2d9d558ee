package io.pilotage.portfolio.web;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.StallReason;
import io.pilotage.portfolio.Portfolio.Order;
import io.pilotage.portfolio.PortfolioFilter;
import io.pilotage.portfolio.PortfolioFilter.Answer;
import io.pilotage.portfolio.Quarter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the portfolio page was asked for in its address. */
record PortfolioAsk(
        @Nullable Phase phase,
        @Nullable Phase reached,
        @Nullable PilotStatus status,
        @Nullable Boolean open,
        @Nullable String tier,
        @Nullable String unit,
        @Nullable Boolean late,
        @Nullable String lateRole,
        @Nullable String role,
        @Nullable Answer answer,
        @Nullable StallReason stalled,
        @Nullable StallReason waiting,
        @Nullable Boolean adopted,
        @Nullable Boolean reworked,
        @Nullable Boolean beyondTimeBox,
        @Nullable Quarter chartered,
        @Nullable String waitsFor,
        @Nullable String text,
        @Nullable Order order,
        @Nullable Integer page) {

    PortfolioFilter filter() {
        return new PortfolioFilter(
                phase,
                reached,
                status,
                yes(open),
                blank(tier),
                blank(unit),
                yes(late),
                blank(lateRole),
                blank(role),
                answer,
                stalled,
                waiting,
                yes(adopted),
                yes(reworked),
                yes(beyondTimeBox),
                chartered,
                blank(waitsFor),
                blank(text));
    }

    Order orderOrDefault() {
        return order == null ? Order.WAITING : order;
    }

    int pageOrFirst() {
        return page == null ? 0 : Math.max(0, Math.min(page, 1_000_000));
    }

    /** Whether the list is narrowed by something that the filter's fields do not show. */
    public boolean isNarrowed() {
        return reached != null
                || yes(open)
                || blank(lateRole) != null
                || role != null && answer != null
                || stalled != null
                || waiting != null
                || yes(adopted)
                || yes(reworked)
                || yes(beyondTimeBox)
                || chartered != null
                || blank(waitsFor) != null;
    }

    /** The same question as the rest of an address, without the page. */
    public String query() {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        PortfolioFilter filter = filter();
        add(address, "phase", filter.phase());
        add(address, "reached", filter.reached());
        add(address, "status", filter.status());
        add(address, "open", filter.open());
        add(address, "tier", filter.tier());
        add(address, "unit", filter.unit());
        add(address, "late", filter.late());
        add(address, "lateRole", filter.lateRole());
        add(address, "role", filter.role());
        add(address, "answer", filter.answer());
        add(address, "stalled", filter.stalled());
        add(address, "waiting", filter.waiting());
        add(address, "adopted", filter.adopted());
        add(address, "reworked", filter.reworked());
        add(address, "beyondTimeBox", filter.beyondTimeBox());
        add(address, "chartered", filter.chartered());
        add(address, "waitsFor", filter.waitsFor());
        add(address, "text", filter.text());
        add(address, "order", order);
        String query = address.encode().build().toUriString();
        return query.isEmpty() ? "?" : query + "&";
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !Boolean.FALSE.equals(value)) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    private static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
