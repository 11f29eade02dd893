//! How `train` is checked. Every mistake is the one loop with something else in it; how the network learns is the library's, so
//! that right answers agree to the last bit.

use course::SmallNetwork;
use gradlings::prelude::*;

use crate::solution::{EPOCHS, TEST, TRAINING, VALIDATION, chosen, classes, prepare, train};
use crate::your_data_made::{cut, digits, penguins, rows};

type X = Vec<Vec<f32>>;
type Y = Vec<usize>;
type Parts = Vec<Vec<usize>>;
/// Rows, labels, parts, patience.
pub type Run = (X, Y, Parts, usize);

/// A training on data that are prepared.
fn run(sizes: &'static [usize], columns: usize, patience: usize) -> impl Fn(&mut Generator) -> Run {
    move |g| {
        let data = rows(g, sizes, columns);
        let parts = cut(g, &data);
        let x = prepare(data.0, parts[TRAINING].clone());
        (x, data.1, parts, patience)
    }
}

/// What a step back is compared with.
#[derive(Clone, Copy)]
pub struct Now {
    epoch: usize,
    /// Epochs without a new lowest loss: in a row, and all of them; those in a row that were no lower than the one before.
    waited: usize,
    missed: usize,
    rose: usize,
    patience: usize,
}

/// What is done differently.
#[derive(Clone, Copy)]
pub struct Slips {
    /// The parts that move the weights, and those that choose the epoch: none are all rows, copies too.
    pub learns: &'static [usize],
    pub watches: &'static [usize],
    /// Whether the training stops here.
    pub stops: fn(Now) -> bool,
    /// Which network is returned: the best, or the last.
    pub last: bool,
    /// Whether a network is kept, given its loss, the lowest so far, and that of the epoch before.
    pub keeps: fn(f32, f32, f32) -> bool,
    /// Whether the loss of the training chooses, or how many are wrong.
    pub learned: bool,
    pub counted: bool,
    /// Whether each epoch begins with a new network, or with the best.
    pub fresh: bool,
    pub restored: bool,
    /// Whether the copy is from before the epoch.
    pub earlier: bool,
    /// Whether the curve shows the loss on the training part after the epoch.
    pub remeasured: bool,
    /// How many epochs there are at most.
    pub epochs: usize,
    /// Whether an untrained network may be the best.
    pub untrained: bool,
    /// Whether the network is measured before an epoch.
    pub before: bool,
    /// Whether both curves are under the other's name.
    pub exchanged: bool,
    /// The number of the first epoch in the report.
    pub first: usize,
}

pub const RIGHT: Slips = Slips {
    learns: &[TRAINING],
    watches: &[VALIDATION],
    stops: |now| now.waited == now.patience,
    last: false,
    keeps: |loss, lowest, _| loss < lowest,
    learned: false,
    counted: false,
    fresh: false,
    restored: false,
    earlier: false,
    remeasured: false,
    epochs: EPOCHS,
    untrained: false,
    before: false,
    exchanged: false,
    first: 1,
};

pub fn slipped(slips: Slips, (rows, labels, parts, patience): Run) -> SmallNetwork {
    let places = |of: &[usize]| match of {
        [] => Vec::from_iter(0..labels.len()),
        of => Vec::from_iter(of.iter().flat_map(|&part| parts[part].clone())),
    };
    let (x, y) = chosen(&rows, &labels, &places(slips.learns));
    let (x_watched, y_watched) = chosen(&rows, &labels, &places(slips.watches));
    let mut network = SmallNetwork::new(rows[0].len(), classes(&labels));
    let mut best = network.clone();
    let mut lowest = f32::INFINITY;
    if slips.untrained {
        lowest = network.loss(&x_watched, &y_watched);
    }
    let mut earlier = f32::INFINITY;
    let mut now = Now {
        epoch: 0,
        waited: 0,
        missed: 0,
        rose: 0,
        patience,
    };
    let (training, validation) = match slips.exchanged {
        true => ("validation loss", "loss"),
        false => ("loss", "validation loss"),
    };
    for epoch in 0..slips.epochs {
        if slips.fresh {
            network = SmallNetwork::new(rows[0].len(), classes(&labels));
        }
        let measured = network.clone();
        let learned = network.epoch(&x, &y);
        let shown = match slips.remeasured {
            true => network.loss(&x, &y),
            false => learned,
        };
        report::metric(training, epoch + slips.first, shown);
        let watched = if slips.before { &measured } else { &network };
        let loss = watched.loss(&x_watched, &y_watched);
        report::metric(validation, epoch + slips.first, loss);
        now.epoch = epoch + 1;
        now.waited += 1;
        now.missed += 1;
        now.rose = if loss < earlier { 0 } else { now.rose + 1 };
        let said = || network.classes(&x_watched);
        let wrong = || {
            said()
                .iter()
                .zip(&y_watched)
                .filter(|(a, b)| a != b)
                .count()
        };
        let choice = match slips {
            Slips { learned: true, .. } => learned,
            Slips { counted: true, .. } => wrong() as f32,
            _ => loss,
        };
        if (slips.keeps)(choice, lowest, earlier) {
            let kept = if slips.earlier { &measured } else { &network };
            (best, lowest) = (kept.clone(), choice);
            now.waited = 0;
            now.missed -= 1;
        } else if slips.restored {
            network = best.clone();
        }
        earlier = choice;
        if (slips.stops)(now) {
            break;
        }
    }
    if slips.last { network } else { best }
}

fn with(slips: Slips) -> impl Handler<Inputs = Run> {
    training(move |rows: X, labels: Y, parts: Parts, patience: usize| {
        slipped(slips, (rows, labels, parts, patience))
    })
}

const BY_MORE: &str = "You ask for a loss that is lower by some margin; any loss below the lowest so far is a new lowest.";
const LAST: &str = "You returned the network of the last epoch; return the copy from the epoch with the lowest validation loss.";

pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler> {
    before
        .and("train", training(train))
        .inputs(["rows", "labels", "parts", "patience"])
        .parts([("network", within(1e-5, 1e-5))])
        .series("loss")
        .follows(0.0001)
        .series("validation loss")
        .held_out()
        .follows(0.0001)
        .case("patience for one epoch", run(&[20, 20], 2, 1))
        .case("patience for three", run(&[25, 30], 3, 3))
        .case("more patience than epochs", run(&[20, 25, 15], 3, 100))
        .case("a rare class", run(&[60, 6], 2, 4))
        .case("digits", |g| {
            let data = digits(90);
            let parts = cut(g, &data);
            let x = prepare(data.0, parts[TRAINING].clone());
            (x, data.1, parts, 3)
        })
        .case("penguins", |g| {
            let data = penguins(2);
            let parts = cut(g, &data);
            let x = prepare(data.0, parts[TRAINING].clone());
            (x, data.1, parts, 5)
        })
        // The classes overlap so much that the validation loss goes up and down many times.
        .cases(6, |g, i| run(&[100, 95], 2, [5, 8][i % 2])(g))
        .mistake("the last network", LAST, with(Slips { last: true, ..RIGHT }))
        .mistake(
            "the test part chooses",
            "You chose the epoch by the test part, so it has a hand in the training and proves nothing any more; choose by the \
             validation part.",
            with(Slips { watches: &[TEST], ..RIGHT }),
        )
        .mistake(
            "the training part chooses",
            "You chose the epoch by the loss on the training part, which goes on falling; choose by the validation part.",
            with(Slips { watches: &[TRAINING], ..RIGHT }),
        )
        .mistake(
            "both choose",
            "You chose the epoch by validation and test part together; the test part must not choose anything.",
            with(Slips { watches: &[VALIDATION, TEST], ..RIGHT }),
        )
        .mistake(
            "trained on all",
            "You trained on all parts; the training part alone moves the weights.",
            with(Slips { learns: &[TRAINING, VALIDATION, TEST], ..RIGHT }),
        )
        .mistake(
            "trained on validation too",
            "You trained on the validation part too, so it cannot tell any more when to stop; the training part alone moves \
             the weights.",
            with(Slips { learns: &[TRAINING, VALIDATION], ..RIGHT }),
        )
        .mistake(
            "trained on the test part",
            "You trained on the test part; `parts[TRAINING]` has the places of the rows to train on.",
            with(Slips { learns: &[TEST], ..RIGHT }),
        )
        .mistake(
            "patience from the start",
            "You counted the patience from the first epoch; every new lowest loss begins the count again.",
            with(Slips { stops: |now| now.epoch == now.patience, ..RIGHT }),
        )
        .mistake(
            "not in a row",
            "You counted all epochs without a new lowest loss; every new lowest loss sets the count back to 0.",
            with(Slips { stops: |now| now.missed == now.patience, ..RIGHT }),
        )
        .mistake(
            "compared with the epoch before",
            "You counted epochs whose loss is no lower than that of the epoch before; compare with the lowest so far.",
            with(Slips { stops: |now| now.rose == now.patience, ..RIGHT }),
        )
        .mistake(
            "an epoch too late",
            "You trained one epoch too long; stop as soon as `patience` epochs in a row have brought no new lowest loss.",
            with(Slips { stops: |now| now.waited > now.patience, ..RIGHT }),
        )
        .mistake(
            "never stops",
            "You trained for all epochs; stop after `patience` epochs in a row without a new lowest loss.",
            with(Slips { stops: |_| false, ..RIGHT }),
        )
        .mistake(
            "never stops, and the last",
            "You trained for all epochs and returned the last network; stop when the patience is over, and return the copy \
             from the epoch with the lowest validation loss.",
            with(Slips { stops: |_| false, last: true, ..RIGHT }),
        )
        .mistake(
            "the highest",
            "You kept the network with the highest loss; keep the one with the lowest.",
            with(Slips { keeps: |loss, highest, _| highest == f32::INFINITY || loss > highest, ..RIGHT }),
        )
        .mistake(
            "lower than the one before",
            "You keep a network whenever its loss is lower than that of the epoch before; compare with the lowest so far.",
            with(Slips { keeps: |loss, _, before| loss < before, ..RIGHT }),
        )
        .mistake("lower by 0.01", BY_MORE, with(Slips { keeps: |loss, lowest, _| loss < lowest - 0.01, ..RIGHT }))
        .mistake("lower by 0.001", BY_MORE, with(Slips { keeps: |loss, lowest, _| loss < lowest - 0.001, ..RIGHT }))
        .mistake(
            "the loss of the training chooses",
            "You chose the epoch by what `epoch` returns, the loss on the training part; choose by the validation loss.",
            with(Slips { learned: true, ..RIGHT }),
        )
        .mistake(
            "chosen by what is wrong",
            "You chose the epoch by how many validation rows are wrong, in which many epochs are equal; choose by the loss.",
            with(Slips { counted: true, ..RIGHT }),
        )
        .mistake(
            "a new network in every epoch",
            "You make a new network in every epoch, so none learns for longer than that; make it once, before the loop.",
            with(Slips { fresh: true, ..RIGHT }),
        )
        .mistake(
            "back to the best",
            "After an epoch without a new lowest loss you go on from the copy; go on with the network as it is.",
            with(Slips { restored: true, ..RIGHT }),
        )
        .mistake(
            "copied before the epoch",
            "You kept the network from before the epoch; copy it after the epoch, as it was measured.",
            with(Slips { earlier: true, ..RIGHT }),
        )
        .mistake(
            "measured again",
            "Your `\"loss\"` is measured after the epoch; report what `epoch` returns.",
            with(Slips { remeasured: true, ..RIGHT }),
        )
        .mistake(
            "trained on all rows",
            "You trained on all rows; the training part alone moves the weights.",
            with(Slips { learns: &[], ..RIGHT }),
        )
        .mistake(
            "an epoch too early",
            "You stopped one epoch too early; `patience` epochs in a row without a new lowest loss come first.",
            with(Slips { stops: |now| now.waited > 0 && now.waited + 1 >= now.patience, ..RIGHT }),
        )
        .mistake(
            "a patience of 5",
            "Your training stops as with a patience of 5; let it stop after `patience` epochs.",
            with(Slips { stops: |now| now.waited == 5, ..RIGHT }),
        )
        .mistake(
            "measured before",
            "You measured the validation loss before the epoch and kept the network after it; measure the network that you keep.",
            with(Slips { before: true, ..RIGHT }),
        )
        .mistake(
            "an epoch too few",
            "You trained for one epoch too few where nothing else stops it; `EPOCHS` of them are the most.",
            with(Slips { epochs: EPOCHS - 1, ..RIGHT }),
        )
        .mistake(
            "an epoch too many",
            "You trained for one epoch too many where nothing else stops it; `EPOCHS` of them are the most.",
            with(Slips { epochs: EPOCHS + 1, ..RIGHT }),
        )
        .mistake(
            "curves exchanged",
            "Your network is right, but each curve shows the losses of the other; what `epoch` returns is the `\"loss\"`.",
            with(Slips { exchanged: true, ..RIGHT }),
        )
        .mistake(
            "reported from 0",
            "Your network is right, but your curves begin at 0; the first epoch is number 1.",
            with(Slips { first: 0, ..RIGHT }),
        )
}
