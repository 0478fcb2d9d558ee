package io.pilotage.businesscase.web;

/**
 * A line of a drawing.
 *
 * @param name suffix of its message and of its style
 * @param path points as an SVG polyline reads them
 */
record Line(String name, String path) {}
