package io.pilotage.workflow;

import io.pilotage.identity.InProductsName;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs our own engine calls in the product's name, after our own code has decided that the person may; the person's
 * engine identity is put back afterwards.
 */
@Component
public class TrustedEngine {

    private final ObjectProvider<IdentityService> identity;

    TrustedEngine(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    public <T extends @Nullable Object> T call(Supplier<T> call) {
        IdentityService service = identity.getObject();
        Authentication person = service.getCurrentAuthentication();
        service.clearAuthentication();
        try {
            return InProductsName.call(call);
        } finally {
            if (person != null) {
                service.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }

    public void run(Runnable call) {
        call(() -> {
            call.run();
            return true;
        });
    }
}
