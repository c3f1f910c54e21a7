/** The arcade's decisions: what its workers, its saga and its read model do. */
@NullMarked
package com.example.arcade;

import org.jspecify.annotations.NullMarked;
