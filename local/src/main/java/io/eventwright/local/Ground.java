package io.eventwright.local;

import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.gateway.Gateway;
import io.eventwright.local.iam.Permissions;

/**
 * What every part of a cloud stands on.
 *
 * @param settings what was asked for
 * @param account whose everything is
 * @param parts what is closed at the end
 * @param workers threads
 * @param activity whether something is under way
 * @param destinations who takes messages, by service
 * @param gateway the endpoint
 * @param permissions what the template allows
 */
record Ground(
    CloudSettings settings,
    String account,
    Parts parts,
    Workers workers,
    Activity activity,
    Destinations destinations,
    Gateway gateway,
    Permissions permissions) {}
