package com.example.arcade;

import io.eventwright.runtime.saga.SagaFailure;

/** Why a saga was undone, in the words that the events which tell of it allow. */
final class FailureWords {
  private static final int MAX_CODE = 80;
  private static final int MAX_REASON = 500;

  private FailureWords() {}

  /** A worker's own word fits as it is; the name of a technical error may not. */
  static String code(SagaFailure failure) {
    String word = failure.code().replaceAll("[^A-Za-z0-9.:_-]", "_");
    return word.isEmpty() ? "unknown" : shortened(word, MAX_CODE);
  }

  static String reason(SagaFailure failure) {
    return shortened(failure.reason(), MAX_REASON);
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
