package id.antrean.simulation;

/**
 * Something that can happen next.
 *
 * @param weight how likely it is beside the others, at least 1
 */
record Happening(int weight, Runnable happen) {}
