/**
 * What befalls calls on their way, which is no error of the API: an answer that a gateway gives, that breaks off, that
 * comes late or never. It knows requests and answers as values and no socket; the package of the server does what they
 * say.
 */
@NullMarked
package io.regcontract.simulator.transportfault;

import org.jspecify.annotations.NullMarked;
