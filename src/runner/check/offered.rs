//! Which function of a program a check is about.

use crate::message::Offer;

/// The offer of the function of a check, given the names of both. Before there were groups of cases, each had an offer of
/// its own, and learners' files from then have them still.
pub(super) fn offered_as<'a>(
    offers: &'a [Offer],
    function: &str,
    check: &str,
) -> Option<&'a Offer> {
    let find = |name: &str| offers.iter().find(|offer| offer.name == name);
    find(function).or_else(|| find(check))
}
