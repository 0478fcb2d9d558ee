package io.pilotage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesInWordsTests {

    private static final String ID = "9f0c2f6e-5f1b-4f7e-8d5f-0b8b2f6f7a11";
    private static final String NOBODY = "00000000-5f1b-4f7e-8d5f-0b8b2f6f7a11";

    private final NamesInWords names = new NamesInWords(new People() {
        @Override
        public Optional<Person> find(String id) {
            return id.equals(ID) ? Optional.of(new Person(ID, "Name $1 \\", null, Set.of())) : Optional.empty();
        }

        @Override
        public List<Person> holding(Role role) {
            return List.of();
        }
    });

    @Test
    void personIsNamedWhereverTheSubjectStands() {
        assertThat(names.in("until 2030-01-31, " + ID)).isEqualTo("until 2030-01-31, Name $1 \\");
        assertThat(names.inAll(Map.of("rows", List.of(Map.of("owner", ID, "minutes", 5)))))
                .isEqualTo(Map.of("rows", List.of(Map.of("owner", "Name $1 \\", "minutes", 5))));
    }

    @Test
    void whatNamesNobodyStays() {
        assertThat(names.in(NOBODY + " bu-sponsor")).isEqualTo(NOBODY + " bu-sponsor");
        assertThat(names.inAll(null)).isNull();
    }
}
