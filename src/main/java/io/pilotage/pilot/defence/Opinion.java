package io.pilotage.pilot.defence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/** What an examiner thinks of the defence: finance of the figures, the decision owner of the risk. */
@Table("kill_defence_opinion")
public record Opinion(
        String roleGroup,
        boolean supported,
        @Nullable BigDecimal netValue,
        @Nullable String harm,
        String reason) {}
