package id.antrean.simulation;

/**
 * How likely things are beside each other. Every schedule has its own: some are all haste, in some
 * nothing works, in some time flies.
 *
 * @param faults how many calls may fail or crash
 * @param faultsFrom the step from which on they may
 * @param timeWaits whether time passes only while no invocation is going on; an invocation that it
 *     would end ends by a crash then
 * @param mostAtOnce how many invocations go on at once
 */
record Temper(
    int faults,
    int faultsFrom,
    int going,
    int faulty,
    int calling,
    int outside,
    int time,
    boolean timeWaits,
    int mostAtOnce) {}
