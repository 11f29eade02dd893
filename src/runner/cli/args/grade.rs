//! What `gradlings grade` understands.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap_complete::engine::ArgValueCandidates;

use crate::runner::cli::candidates;
use crate::runner::grade::formats::{self, Format};
use crate::runner::grade::shard::Shard;
use crate::runner::words::plain::arguments as words;

/// What is graded, and where what comes of it is kept.
#[derive(Debug, Args)]
pub struct GradeArgs {
    /// The folder with one folder or archive for each learner
    #[arg(help = words::submissions(), value_name = "SUBMISSIONS", required_unless_present = "gradescope_zip")]
    pub submissions: Option<PathBuf>,
    /// The folder of the results
    #[arg(help = words::results(), long, value_name = "RESULTS", required_unless_present = "gradescope_zip")]
    pub out: Option<PathBuf>,
    /// Only this exercise; may be given several times
    #[arg(help = words::only_exercise(), long = "exercise", value_name = "NAME", add = ArgValueCandidates::new(candidates::exercises))]
    pub exercises: Vec<String>,
    /// SUBMISSIONS is the work of one learner, of this name
    #[arg(help = words::one_learner(), long, value_name = "LEARNER")]
    pub one: Option<String>,
    /// The list of the class
    #[arg(help = words::roster(), long, value_name = "FILE")]
    pub roster: Option<PathBuf>,
    /// The systems whose files are written
    #[arg(help = words::format(), long = "format", value_name = "SYSTEM", value_parser = format())]
    pub formats: Vec<Format>,
    /// One part only
    #[arg(help = words::shard(), long, value_name = "I/N", value_parser = Shard::parse, conflicts_with_all = ["shards", "parts"])]
    pub shard: Option<Shard>,
    /// How many parts there are
    #[arg(help = words::shards(), long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..).map(usize::from), conflicts_with = "parts")]
    pub shards: Option<usize>,
    /// The results of parts
    #[arg(help = words::merge(), long = "merge", value_name = "PART")]
    pub parts: Vec<PathBuf>,
    /// An autograder instead
    #[arg(help = words::gradescope_zip(), long, value_name = "FILE", conflicts_with_all = ["submissions", "out"])]
    pub gradescope_zip: Option<PathBuf>,
    /// How many files are graded side by side
    #[arg(help = words::jobs(), long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..).map(usize::from))]
    pub jobs: Option<usize>,
}

/// One of the systems.
fn format() -> impl TypedValueParser<Value = Format> {
    let names = formats::ALL.iter().map(|(name, _)| *name);
    PossibleValuesParser::new(names).try_map(|name| {
        let known = formats::ALL.iter().find(|(known, _)| *known == name);
        // The parser before lets nothing else through.
        known
            .map(|(_, format)| *format)
            .ok_or_else(|| std::io::Error::other(name))
    })
}
