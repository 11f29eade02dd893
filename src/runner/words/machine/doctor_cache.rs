//! Whether what is kept from earlier still fits.

use crate::{labels, sentences};

sentences! {
    "doctor_cache";

    /// All is well.
    nothing_stale = "Nothing in the builds and the cache is stale.";

    /// rustc was renewed.
    other_rustc(before, now) = "The builds were made with rustc {before}, and rustc is {now} now: the next check \
        builds everything again.";

    /// The builds are far larger than they need be.
    much(gigabytes) = "The builds take {gigabytes} GB; most of it is left from earlier versions.";

    /// The cache has a file that nobody needs any more.
    one_stranger = "The cache has 1 file of an exercise that the course does not have any more.";

    /// The cache has several files that nobody needs any more.
    strangers(files) = "The cache has {files} files of exercises that the course does not have any more.";

    /// The course and the program are of different versions.
    other_version(library, program) = "The course is of version {library}, and this program is {program}.";
}

labels! {
    "doctor_cache_mend";

    /// rustc was renewed.
    build_again = "type `gradlings run` and give it a minute or two";

    /// The builds are far larger than they need be.
    remove_builds = "remove that folder; the next check makes what it needs again";

    /// The cache has files that nobody needs any more.
    remove_cache = "remove that folder if you want the room; the next checks fill it again";

    /// The program is older than the course.
    install_newer = "install the newer gradlings";

    /// The course is older than the program.
    update_course = "type `gradlings update`; your code and your progress are kept";
}
