package io.pilotage.notification.web;

import io.pilotage.notification.Addresses;
import io.pilotage.notification.Mail;
import io.pilotage.notification.NotificationManagement;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows people the mails to them, and everybody's to those who look after the product. */
@Controller
@RequestMapping("/mails")
class MailPages {

    private static final int PAGE_SIZE = 50;

    private static final Set<String> CARETAKERS = Set.of("ROLE_process-admin", "ROLE_portfolio-office");

    private final NotificationManagement notifications;

    private final ObjectProvider<Addresses> addresses;

    MailPages(NotificationManagement notifications, ObjectProvider<Addresses> addresses) {
        this.notifications = notifications;
        this.addresses = addresses;
    }

    @GetMapping
    String list(Authentication reader, @RequestParam(defaultValue = "0") int page, Model model) {
        Pageable wanted = PageRequest.of(Math.max(0, page), PAGE_SIZE);
        boolean everybodys = seesEverybodys(reader);
        model.addAttribute("everybodys", everybodys);
        model.addAttribute(
                "mails",
                (everybodys ? notifications.mails(wanted) : notifications.mailsTo(reader.getName(), wanted))
                        .map(this::view));
        return "notification/mails";
    }

    /** Somebody else's mail is not there, rather than forbidden: its number says nothing. */
    @GetMapping("/{id}")
    String open(Authentication reader, @PathVariable long id, Model model) {
        Mail mail = notifications
                .mail(id)
                .filter(found -> seesEverybodys(reader) || found.recipient().equals(reader.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("mail", view(mail));
        return "notification/mail";
    }

    private MailView view(Mail mail) {
        Addresses known = addresses.getIfAvailable();
        return MailView.of(mail, known == null ? mail.recipient() : known.nameOf(mail.recipient()));
    }

    private static boolean seesEverybodys(Authentication reader) {
        return reader.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(CARETAKERS::contains);
    }
}
