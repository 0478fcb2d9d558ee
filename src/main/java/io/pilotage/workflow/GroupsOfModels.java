package io.pilotage.workflow;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which groups the deployed models name for their human tasks. Reads the files as streams: the engine would take every
 * model apart for it, at every start.
 */
@Component
class GroupsOfModels {

    private static final String LATEST = """
            select d.KEY_, d.RESOURCE_NAME_, b.BYTES_ from ACT_RE_PROCDEF d
            join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and b.NAME_ = d.RESOURCE_NAME_
            where d.VERSION_ = (select max(o.VERSION_) from ACT_RE_PROCDEF o where o.KEY_ = d.KEY_)
            """;

    private final JdbcClient jdbc;

    GroupsOfModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Process id to the candidate groups of its human tasks as the latest version names them, variables included. */
    Map<String, Set<String>> ofProcesses() {
        Map<String, Set<String>> groups = new TreeMap<>();
        jdbc.sql(LATEST)
                .query((row, number) ->
                        groups.put(row.getString(1), groupsOf(row.getString(1), row.getString(2), row.getBytes(3))))
                .list();
        return groups;
    }

    private static Set<String> groupsOf(String process, String file, byte[] model) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(model)), process);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("The deployed model " + file + " cannot be read", broken);
        }
    }

    private static Set<String> read(XMLStreamReader xml, String process) throws XMLStreamException {
        Set<String> groups = new TreeSet<>();
        boolean ours = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("process")) {
                ours = process.equals(xml.getAttributeValue(null, "id"));
            } else if (ours && xml.getLocalName().equals("userTask")) {
                add(xml, groups);
            }
        }
        return groups;
    }

    private static void add(XMLStreamReader task, Set<String> groups) {
        for (int i = 0; i < task.getAttributeCount(); i++) {
            if (task.getAttributeLocalName(i).equals("candidateGroups")) {
                for (String group : task.getAttributeValue(i).split(",")) {
                    groups.add(group.strip());
                }
            }
        }
    }
}
