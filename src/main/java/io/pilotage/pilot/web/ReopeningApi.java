package io.pilotage.pilot.web;

import io.pilotage.pilot.reopening.Loop;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets a program question a decided point in a person's name; without new evidence it stays closed (409). */
@RestController
@RequestMapping("/api/pilots/{key}/reopenings")
class ReopeningApi {

    private final ReopeningAsk asks;

    ReopeningApi(ReopeningAsk asks) {
        this.asks = asks;
    }

    /** What became of it: the number of the loop, and who owns its risk, or null until somebody accepts. */
    record Answer(
            int loop, @org.jspecify.annotations.Nullable String owner) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer ask(@PathVariable String key, @RequestBody ReopeningAsk.Request request, Authentication person) {
        Loop loop = asks.ask(key, request, person.getName());
        return new Answer(loop.number(), loop.owner());
    }
}
