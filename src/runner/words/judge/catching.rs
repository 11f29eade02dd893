//! Functions that are checks themselves.

use crate::sentences;

sentences! {
    "judge.catching";

    /// It answers no to something right. `label` is what the course calls it.
    refuses(function, label) = "`{function}` refuses what is right: {label}.";

    /// It answers yes to something wrong. `label` is what the course calls it.
    lets_pass(function, label) = "`{function}` lets pass what is wrong: {label}.";

    /// After one of these two, or after a known mistake: how many it judges as it should.
    count(caught, wrong, passed, right) = "It catches {caught} of {wrong} wrong ones and lets {passed} of {right} \
        right ones pass.";
}
