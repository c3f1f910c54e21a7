package io.eventwright.local.states.run;

/**
 * How many iterations of a Map may run at once, and how many of a distributed one may fail.
 *
 * @param failures how many may fail; 0 when only the share counts
 * @param percentage how many of a hundred may fail; 0 when only their number counts
 */
record MapLimits(int failures, double percentage) {

  /** How many iterations may run at once; 0, as which it may be written, is the most there can. */
  static int concurrency(Visit visit, int most) {
    int concurrency = count(visit, "MaxConcurrency");
    if (concurrency < 0) {
      throw MapNumber.failure(
          visit, MapNumber.expected("non-negative", "MaxConcurrency", concurrency));
    }
    return concurrency == 0 ? most : Math.min(concurrency, most);
  }

  static MapLimits of(Visit visit) {
    int failures = count(visit, "ToleratedFailureCount");
    if (failures < 0) {
      throw MapNumber.failure(visit, "ToleratedFailureCount cannot be negative.");
    }
    Double given = MapNumber.real(visit, visit.state().fields(), "ToleratedFailurePercentage");
    double percentage = given == null ? 0 : given;
    if (!(percentage >= 0 && percentage <= 100)) {
      throw MapNumber.failure(visit, "ToleratedFailurePercentage must be between 0 and 100.");
    }
    return new MapLimits(failures, percentage);
  }

  /** Whether one of the limits that are given is breached; when none is, nothing may fail. */
  boolean exceededBy(int failed, int total) {
    boolean tooMany = failed > failures;
    boolean tooLargeAShare = failed * 100.0 > percentage * total;
    if (failures > 0 && percentage > 0) {
      return tooMany || tooLargeAShare;
    }
    return failures > 0 ? tooMany : tooLargeAShare;
  }

  private static int count(Visit visit, String field) {
    Integer count = MapNumber.integer(visit, visit.state().fields(), "", field);
    return count == null ? 0 : count;
  }
}
