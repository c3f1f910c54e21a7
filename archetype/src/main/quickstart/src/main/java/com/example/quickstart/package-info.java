/** What is yours: the decisions. Everything that carries them is generated from {@code src/main/events}. */
package com.example.quickstart;
