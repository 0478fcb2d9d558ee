package io.pilotage.production;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The virtual machine keeps one time everywhere and lets no XML file reach for another machine. */
class MachineInOrder implements Demands {

    private static final String GUARD = "javax.xml.accessExternalSchema";
    private static final Set<String> NEARBY = Set.of("jar", "nested", "file");

    @Override
    public void check(Settings settings, Reasons reasons) {
        ZoneId zone = ZoneId.systemDefault();
        reasons.unless(
                zone.normalized().equals(ZoneOffset.UTC),
                "The time zone of this process is " + zone + ". All nodes run in UTC: start with -Duser.timezone=UTC.");
        String reach = System.getProperty(GUARD);
        reasons.unless(
                reach != null && staysNearby(reach),
                "A model file could make this process read from another machine. Start with -D" + GUARD
                        + "=jar,nested.");
        reasons.unless(
                settings.text("file.encoding").replace("-", "").equalsIgnoreCase("utf8"),
                "The process does not write UTF-8. Start with -Dfile.encoding=UTF-8.");
    }

    private static boolean staysNearby(String reach) {
        return Arrays.stream(reach.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .allMatch(protocol -> protocol.isEmpty() || NEARBY.contains(protocol));
    }
}
