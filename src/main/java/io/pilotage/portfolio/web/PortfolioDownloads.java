package io.pilotage.portfolio.web;

import io.pilotage.identity.ActingRole;
import io.pilotage.portfolio.PortfolioExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands out the list that the portfolio page shows, as a file. */
@Controller
class PortfolioDownloads {

    private final PortfolioExport export;
    private final MessageSource messages;

    PortfolioDownloads(PortfolioExport export, MessageSource messages) {
        this.export = export;
        this.messages = messages;
    }

    @GetMapping("/portfolio/portfolio.csv")
    void csv(
            @ModelAttribute("ask") PortfolioAsk ask, Locale locale, Authentication reader, HttpServletResponse response)
            throws IOException {
        export.note(ask.filter(), "csv", reader.getName(), ActingRole.of(reader));
        describe(response, "text/csv;charset=UTF-8", "portfolio.csv");
        export.csv(ask.filter(), column -> heading(column, locale), response.getOutputStream());
    }

    @GetMapping("/portfolio/portfolio.xlsx")
    void xlsx(
            @ModelAttribute("ask") PortfolioAsk ask, Locale locale, Authentication reader, HttpServletResponse response)
            throws IOException {
        export.note(ask.filter(), "xlsx", reader.getName(), ActingRole.of(reader));
        describe(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "portfolio.xlsx");
        export.xlsx(ask.filter(), column -> heading(column, locale), response.getOutputStream());
    }

    private String heading(String column, Locale locale) {
        return messages.getMessage("portfolio.export." + column, null, locale);
    }

    private static void describe(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
