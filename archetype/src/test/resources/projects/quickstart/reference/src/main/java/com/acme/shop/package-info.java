/** What is yours: the decisions, each a pure function of event and state. */
@NullMarked
package com.acme.shop;

import org.jspecify.annotations.NullMarked;
