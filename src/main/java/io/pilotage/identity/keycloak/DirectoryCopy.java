package io.pilotage.identity.keycloak;

/** The engine's own tables of people, which hold a copy of what Keycloak has so that no query waits for Keycloak. */
public interface DirectoryCopy {

    /** Writes the person as they are now, with exactly these roles. */
    void put(Entry entry);

    /** Takes the person and their roles away. */
    void remove(String id);

    /** Ids of everybody in the copy. */
    java.util.Set<String> ids();
}
