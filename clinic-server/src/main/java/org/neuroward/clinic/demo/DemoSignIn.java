package org.neuroward.clinic.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** Shows the demo's accounts on the sign-in page, as {@code inject:demoSignIn}; the page asks only in a demo. */
@Named("demoSignIn")
@ApplicationScoped
public class DemoSignIn {
    public List<DemoAccounts.Account> getAccounts() {
        return DemoAccounts.all();
    }
}
