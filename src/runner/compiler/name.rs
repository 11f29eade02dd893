//! Names that nothing has.

use super::facts::{Facts, ticked};
use super::synonym;
use crate::runner::words::compiler::name as words;

/// Names of the prelude that an exercise is likely to miss first.
const PRELUDE: [&str; 39] = [
    "Exercise",
    "Matrix",
    "Vector",
    "Scalar",
    "Labels",
    "Dev",
    "Recording",
    "Built",
    "Tensor",
    "Tape",
    "Const",
    "Axis",
    "Axes2",
    "Rank0",
    "Rank1",
    "Rank2",
    "NoneTape",
    "OwnedTape",
    "Gradients",
    "Linear",
    "ReLU",
    "Conv2D",
    "MaxPool2D",
    "AvgPool2D",
    "Flatten",
    "Adam",
    "AdamConfig",
    "Sgd",
    "SgdConfig",
    "Module",
    "device",
    "random",
    "report",
    "function",
    "gradient",
    "model",
    "training",
    "classifier",
    "cross_entropy_with_logits_loss",
];

/// The line that every exercise begins with.
const IMPORT: &str = "use gradlings::prelude::*;";

/// Methods that other languages write as functions.
const METHODS: [&str; 12] = [
    "shuffle",
    "exp",
    "ln",
    "abs",
    "square",
    "sqrt",
    "relu",
    "matmul",
    "select",
    "broadcast_like",
    "concat",
    "leaky_trace",
];

/// Whether a `let` introduces a variable of this name.
fn declares(source: &str, name: &str) -> bool {
    source.lines().any(|line| {
        let Some(declared) = line.trim_start().strip_prefix("let ") else {
            return false;
        };
        let rest = declared.trim_start_matches("mut ").strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with([' ', ':', '=', ';']))
    })
}

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if ![
        "E0425", "E0412", "E0433", "E0405", "E0432", "E0422", "E0423", "E0531", "E0404",
    ]
    .contains(&facts.code)
    {
        return None;
    }
    let name = ticked(&facts.message)
        .into_iter()
        .chain(ticked(facts.label()))
        .next()
        .unwrap_or_default();
    let imported = facts
        .source
        .lines()
        .any(|line| line.trim_start().starts_with(IMPORT));
    if PRELUDE.contains(&name) && !imported && !facts.source.is_empty() {
        return Some(words::not_imported(IMPORT));
    }
    if facts.code == "E0432" || facts.code == "E0433" && !facts.message.contains("type") {
        let foreign = [
            "ndarray",
            "tch",
            "candle",
            "candle_core",
            "burn",
            "torch",
            "numpy",
            "np",
            "dfdx",
            "rand",
        ];
        return foreign
            .contains(&name)
            .then(|| words::library(name, IMPORT));
    }
    if ["Cuda", "AutoDevice", "CudaDevice", "Device"].contains(&name) && facts.code != "E0404" {
        return Some(words::device().to_owned());
    }
    if facts.message.starts_with("cannot find function")
        && (synonym::reduces(name) || synonym::along(name) || METHODS.contains(&name))
    {
        return Some(words::method(name));
    }
    if name == "Dense" {
        return Some(words::dense().to_owned());
    }
    if facts.code == "E0425" && ["grad", "grads", "gradients"].contains(&name) {
        let declared = declares(facts.source, "gradients") && name != "gradients";
        return Some(match declared {
            true => words::similar(name, "gradients"),
            false => words::no_gradients(name),
        });
    }
    let similar = facts
        .proposal("with a similar name exists")
        .map(|(_, proposed)| proposed.trim())
        .filter(|proposed| !proposed.is_empty());
    if facts.line().starts_with(".offer(") || facts.line().contains(".offer(\"") {
        return Some(words::renamed(name));
    }
    if let Some(similar) = similar {
        return Some(words::similar(name, similar));
    }
    let variable = facts.code == "E0425" && facts.message.contains("cannot find value");
    let introduced = declares(facts.source, name);
    (variable && introduced).then(|| words::out_of_scope(name))
}
