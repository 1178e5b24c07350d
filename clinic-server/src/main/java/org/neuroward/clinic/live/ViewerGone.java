package org.neuroward.clinic.live;

/** The browser has left, or has not read for too long: the view ends, and nobody needs to be told. */
final class ViewerGone extends Exception {

    private static final long serialVersionUID = 1L;

    ViewerGone(Throwable how) {
        super(how);
    }
}
