//! How `backwards` is checked.

use gradlings::prelude::*;

#[path = "../../solutions/01_a/backwards.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use solution::backwards;

fn main() {
    Reference::of("backwards", function(backwards))
        .inputs(["text"])
        .parts([("text", sequence())])
        .case("a word", |_| ("word".to_owned(),))
        .cases(4, |g, i| (g.text(i + 2),))
        .wrong("as it is", "You give the text back as it is; turn it around.", |text| text)
        .run()
}
