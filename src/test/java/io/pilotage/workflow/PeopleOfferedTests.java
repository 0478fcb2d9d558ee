package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pilotage.testing.PilotageTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody types an id: where a form asks for a person it offers names, of the role where it says one. */
@PilotageTest
class PeopleOfferedTests {

    @Autowired
    PeopleOffered people;

    @Test
    void offersThoseWhoHoldTheRole() throws IOException {
        JsonNode sponsor = field(offered("forms/pilot/submitIntake.form"), "submitIntake_sponsor");
        assertThat(sponsor.path("type").asText()).isEqualTo("select");
        assertThat(sponsor.path("values").findValuesAsText("value")).containsExactly("bu-sponsor", "bu-sponsor-2");
        assertThat(sponsor.path("values").findValuesAsText("label")).containsExactly("BU sponsor A", "BU sponsor B");
        assertThat(sponsor.path("validate").path("required").asBoolean()).isTrue();
        assertThat(sponsor.path("validate").has("pattern")).isFalse();
    }

    @Test
    void offersEverybodyWhereNoRoleIsSaid() throws IOException {
        JsonNode owner = field(offered("forms/roi/ownOrKill.form"), "ownOrKill_owner");
        assertThat(owner.path("values").findValuesAsText("value"))
                .contains("finance-partner", "worker-liaison-2", "function-head")
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesOtherTextAlone() throws IOException {
        JsonNode title = field(offered("forms/pilot/submitIntake.form"), "submitIntake_title");
        assertThat(title.path("type").asText()).isEqualTo("textfield");
        byte[] nobody = "{\"components\": [ ]}".getBytes(StandardCharsets.UTF_8);
        assertThat(people.in(new ByteArrayInputStream(nobody)).readAllBytes()).isEqualTo(nobody);
    }

    private JsonNode offered(String file) throws IOException {
        return JsonText.MAPPER.readTree(people.in(Files.newInputStream(Path.of(file))));
    }

    private static JsonNode field(JsonNode form, String key) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode parent : form.findParents("key")) {
            if (parent.path("key").asText().equals(key)) {
                found.add(parent);
            }
        }
        assertThat(found).as(key).hasSize(1);
        return found.get(0);
    }
}
