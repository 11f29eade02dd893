//! The words of the command line. Where rustlings has a word, it is the same word.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::runner::tui::Palette;
use crate::runner::tui::palette::PALETTES;

/// A terminal course in deep learning: edit one file at a time and be told why it is wrong.
#[derive(Debug, Parser)]
#[command(name = "gradlings", version, about)]
#[command(
    after_help = "Without a command, it watches the next open exercise and checks it on every save."
)]
pub struct Cli {
    /// What to do; without it, watch.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What is watched.
    #[command(flatten)]
    pub along: Along,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
}

/// Which part of the course.
#[derive(Debug, Default, Args)]
pub struct Along {
    /// Go along this track; it is remembered, and `--track everything` leaves it
    #[arg(long, value_name = "NAME")]
    pub track: Option<String>,
}

/// Which part of the course is looked at; nothing is remembered.
#[derive(Debug, Default, Args)]
pub struct Only {
    /// Only what lies on this track
    #[arg(long, value_name = "NAME")]
    pub track: Option<String>,
}

/// What holds for every command.
#[derive(Debug, Args)]
pub struct Global {
    /// The folder of the course, instead of this one or the nearest one above
    #[arg(long, value_name = "DIR", global = true)]
    pub course: Option<PathBuf>,
    /// Plain lines instead of the screen
    #[arg(long, global = true)]
    pub plain: bool,
    /// The seed of the cases
    #[arg(long, value_name = "N", global = true, default_value_t = 0)]
    pub seed: u64,
    /// Your own programs with all your rights, instead of in the sandbox
    #[arg(long, global = true)]
    pub no_sandbox: bool,
    /// Read the exercises again and again, where the system does not tell about saves
    #[arg(long, global = true)]
    pub poll: bool,
    /// Only ASCII letters on the screen
    #[arg(long, global = true)]
    pub ascii: bool,
    /// The colours of the screen: the terminal's own, or made for a dark or a light background, or with high contrast
    #[arg(long, value_name = "NAME", global = true, value_parser = palette())]
    pub theme: Option<Palette>,
    /// The file with your settings, instead of the one that `gradlings config` names
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check one exercise, once
    Run {
        /// The exercise; without it, the next open one
        name: Option<String>,
        /// One JSON object instead of sentences
        #[arg(long)]
        json: bool,
        /// Which part of the course the next one is from
        #[command(flatten)]
        along: Along,
    },
    /// Check every exercise
    CheckAll {
        /// A JSON array instead of sentences
        #[arg(long)]
        json: bool,
        /// Check again also what has not changed since it was checked
        #[arg(long)]
        fresh: bool,
        /// Which of them
        #[command(flatten)]
        only: Only,
    },
    /// List the exercises and what is done
    List {
        /// A JSON array instead of a table
        #[arg(long)]
        json: bool,
        /// Which of them
        #[command(flatten)]
        only: Only,
    },
    /// Show one more hint
    Hint {
        /// The exercise; without it, the next open one
        name: Option<String>,
    },
    /// Put the original of an exercise back; your text is kept
    Reset {
        /// The exercise
        name: String,
    },
    /// Show the solution of an exercise that has passed
    Solution {
        /// The exercise
        name: String,
    },
    /// List every version of an exercise that was checked, or compare two
    Attempts {
        /// The exercise; without it, the next open one
        name: Option<String>,
        /// What has changed from this attempt to the text as it is
        #[arg(long, value_name = "NUMBER")]
        diff: Option<u32>,
        /// What has changed from the attempt of --diff to this one
        #[arg(long, value_name = "NUMBER", requires = "diff")]
        to: Option<u32>,
        /// A JSON array instead of a table
        #[arg(long, conflicts_with = "diff")]
        json: bool,
    },
    /// Bring an attempt back; the text that is there is kept as an attempt
    Restore {
        /// The exercise
        name: String,
        /// The number of the attempt
        number: u32,
    },
    /// Make a folder of your own with the whole course
    Init {
        /// The folder
        #[arg(default_value = "gradlings-course")]
        dir: PathBuf,
    },
    /// Bring a folder of your own up to date; your code and progress are kept
    Update,
    /// Look whether everything that is needed is there
    Doctor {
        /// A JSON array instead of sentences
        #[arg(long)]
        json: bool,
    },
    /// Print your settings file to begin with: every setting and every key, with what they do
    Config,
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// For people who write exercises
    #[command(subcommand)]
    Dev(Dev),
}

/// For people who write exercises.
#[derive(Debug, Subcommand)]
pub enum Dev {
    /// Begin a course of your own in a new folder, without exercises
    Init {
        /// The folder
        dir: PathBuf,
    },
    /// Write a new exercise, its solution and its entry, with the places to edit marked
    New {
        /// Where: CHAPTER/NAME, such as 02_losses/huber
        place: String,
        /// What it checks
        #[arg(long, value_enum, default_value_t = Kind::Function)]
        kind: Kind,
    },
    /// Prove that exercises can be passed, can be failed, and name their mistakes
    Check {
        /// The exercises; without a name, those that changed since they were proven
        names: Vec<String>,
        /// Every exercise, changed or not
        #[arg(long)]
        all: bool,
        /// On how many seeds: 20, or 3 for an exercise that trains; with fewer, nothing is remembered as proven
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
        seeds: Option<u64>,
    },
    /// Write what follows from info.toml and the program: exercises/Cargo.toml, and the library of a course of your own
    Update,
}

/// The kinds of exercises.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Kind {
    /// Values in, values out
    Function,
    /// A value and its gradients
    Gradient,
    /// A network: its parameters and its outputs
    Model,
    /// A training and its curve
    Training,
    /// What includes an earlier exercise
    Composes,
    /// A program with bugs in it, for the learner to find
    Hunt,
    /// A check that the learner writes, judged by what it catches
    Catch,
}

/// One of the themes.
fn palette() -> impl TypedValueParser<Value = Palette> {
    let names = PALETTES.iter().map(|(name, _)| *name);
    // The parser before lets nothing else through.
    PossibleValuesParser::new(names).map(|name| Palette::named(&name).unwrap_or_default())
}
