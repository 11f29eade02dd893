//! Whether anything can be built in the course: a program of two lines, with the settings that every check has.
//!
//! One trial sees what no list of variables and files would: linker flags, a full or read-only disk, a name of a folder
//! that cargo or the linker cannot use, a compiler that crashes, a disk that no program may be started from.

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::doctor_trial as words;

/// `tried` is what building and starting the program came to.
pub fn examine(tried: Result<(), Problem>) -> Finding {
    match tried {
        Ok(()) => Finding::Good(words::works().to_owned()),
        Err(problem) => Finding::Bad(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    #[test]
    fn a_program_that_cannot_be_built_is_told_with_its_mend() {
        let problem = Problem::new("The linker `nope` was not found.", "install it");
        assert_says(&examine(Err(problem)), "wrong", "install it");
        assert_says(&examine(Ok(())), "ok", "built in the course");
    }
}
