//! How `parameters`, `memory`, `operations` and `bill` are checked. Parameters and bytes are counted, so they are exact.

#[path = "../../solutions/13_scale/cost.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::{Decoder, Memory, PUBLISHED};
use gradlings::prelude::*;
use solution::{bill, memory, operations, parameters};

/// A small model in which no two sizes are alike.
fn small(llama: bool) -> impl Fn(&mut Generator) -> (Decoder,) {
    move |g| {
        let width = 4 * g.integer(3..9);
        let model = Decoder {
            vocabulary: g.integer(100..999),
            context: g.integer(40..90),
            width,
            layers: g.integer(2..7),
            kv_width: width / 4,
            hidden: g.integer(91..99),
            llama,
        };
        (model,)
    }
}

fn of_lesson(llama: bool) -> (Decoder,) {
    let model = Decoder {
        vocabulary: 10,
        context: 4,
        width: 2,
        layers: 1,
        kv_width: 2,
        hidden: 8,
        llama,
    };
    (model,)
}

fn published(name: &'static str) -> impl Fn(&mut Generator) -> (Decoder,) {
    move |_| {
        let mut known = PUBLISHED.iter();
        let found = known.find(|published| published.name == name);
        (found.map_or(PUBLISHED[0].model, |published| published.model),)
    }
}

/// What is counted differently.
#[derive(Clone, Copy)]
struct Slips {
    /// Tables of tokens, in GPT-2 and in Llama.
    tables: (usize, usize),
    /// Tables of positions in both.
    positions: (usize, usize),
    /// Columns of keys and values, of the width and what the model says.
    kv: fn(usize, usize) -> usize,
    /// Matrices as wide as the queries.
    square: usize,
    /// Biases of the attention and of the feed-forward layer, in GPT-2 and in Llama.
    attention_biases: (bool, bool),
    hidden_biases: (bool, bool),
    /// Matrices of the feed-forward layer in both.
    matrices: (usize, usize),
    /// Norms of a block, norms at the end, and how many vectors a norm has in both.
    norms: usize,
    last: usize,
    vectors: (usize, usize),
}

const RIGHT: Slips = Slips {
    tables: (1, 2),
    positions: (1, 0),
    kv: |_, kv_width| kv_width,
    square: 2,
    attention_biases: (true, false),
    hidden_biases: (true, false),
    matrices: (2, 3),
    norms: 2,
    last: 1,
    vectors: (2, 1),
};

fn counted(slips: Slips, model: Decoder) -> usize {
    fn of<T>(model: &Decoder, both: (T, T)) -> T {
        if model.llama { both.1 } else { both.0 }
    }
    let (width, hidden) = (model.width, model.hidden);
    let kv = (slips.kv)(width, model.kv_width);
    let tables =
        of(&model, slips.tables) * model.vocabulary + of(&model, slips.positions) * model.context;
    let attention = slips.square * width * width + 2 * width * kv;
    let attention_biases = match of(&model, slips.attention_biases) {
        true => slips.square * width + 2 * kv,
        false => 0,
    };
    let hidden_biases = match of(&model, slips.hidden_biases) {
        true => hidden + width,
        false => 0,
    };
    let feed_forward = of(&model, slips.matrices) * width * hidden;
    let norm = of(&model, slips.vectors) * width;
    let block = attention + attention_biases + feed_forward + hidden_biases + slips.norms * norm;
    tables * width + model.layers * block + slips.last * norm
}

/// Memory of so many bytes.
fn bytes(weights: usize, gradients: usize, state: usize) -> Memory {
    Memory {
        weights,
        gradients,
        state,
    }
}

fn main() {
    Reference::of("parameters", function(parameters))
        .inputs(["model"])
        .parts([("parameters", exact())])
        .case("the example of the lesson, as Llama", |_| of_lesson(true))
        .case("the example of the lesson, as GPT-2", |_| of_lesson(false))
        .cases(8, |g, i| small(i % 2 == 0)(g))
        .case("GPT-2", published("GPT-2"))
        .case("GPT-3", published("GPT-3"))
        .case("Llama 2 7B", published("Llama 2 7B"))
        .case("Llama 3 405B", published("Llama 3 405B"))
        .wrong(
            "table counted twice",
            "You counted two tables of tokens in GPT-2; the same one stands at both ends.",
            |model| counted(Slips { tables: (2, 2), ..RIGHT }, model),
        )
        .wrong(
            "table counted once",
            "You counted one table of tokens in Llama; it has one for what comes in and another one for what goes out.",
            |model| counted(Slips { tables: (1, 1), ..RIGHT }, model),
        )
        .wrong(
            "tables exchanged",
            "You gave GPT-2 two tables of tokens and Llama one; it is the other way round.",
            |model| counted(Slips { tables: (2, 1), ..RIGHT }, model),
        )
        .wrong(
            "positions left out",
            "You left out the table of positions, which GPT-2 has.",
            |model| counted(Slips { positions: (0, 0), ..RIGHT }, model),
        )
        .wrong(
            "positions in both",
            "You counted a table of positions in Llama; its attention turns queries and keys, which needs no weights.",
            |model| counted(Slips { positions: (1, 1), ..RIGHT }, model),
        )
        .wrong(
            "wide keys",
            "You gave keys and values as many columns as queries; they have `kv_width`.",
            |model| counted(Slips { kv: |width, _| width, ..RIGHT }, model),
        )
        .wrong(
            "no matrix of outputs",
            "You left out the matrix that the outputs of the attention go through.",
            |model| counted(Slips { square: 1, ..RIGHT }, model),
        )
        .wrong(
            "all biases left out",
            "You left out the biases of GPT-2, in its attention and in its feed-forward layer.",
            |model| {
                let none = (false, false);
                counted(Slips { attention_biases: none, hidden_biases: none, ..RIGHT }, model)
            },
        )
        .wrong(
            "biases of the attention left out",
            "You left out the biases of GPT-2's attention: queries, keys, values and outputs have one for each column.",
            |model| counted(Slips { attention_biases: (false, false), ..RIGHT }, model),
        )
        .wrong(
            "biases of the feed-forward layer left out",
            "You left out the biases of GPT-2's feed-forward layer: `hidden` in its first matrix, and `width` in its second.",
            |model| counted(Slips { hidden_biases: (false, false), ..RIGHT }, model),
        )
        .wrong(
            "biases in both",
            "You counted biases in Llama, which has none.",
            |model| {
                let both = (true, true);
                counted(Slips { attention_biases: both, hidden_biases: both, ..RIGHT }, model)
            },
        )
        .wrong(
            "two matrices in Llama",
            "You counted two matrices in Llama's feed-forward layer; SwiGLU has a third one, its gate.",
            |model| counted(Slips { matrices: (2, 2), ..RIGHT }, model),
        )
        .wrong(
            "three matrices in GPT-2",
            "You counted three matrices in GPT-2's feed-forward layer; it has no gate.",
            |model| counted(Slips { matrices: (3, 3), ..RIGHT }, model),
        )
        .wrong(
            "one norm",
            "You counted one norm in a block; there is one before its attention and one before its feed-forward layer.",
            |model| counted(Slips { norms: 1, ..RIGHT }, model),
        )
        .wrong(
            "no norms",
            "You left out the norms, two in each block and one at the end.",
            |model| counted(Slips { norms: 0, last: 0, ..RIGHT }, model),
        )
        .wrong(
            "no last norm",
            "You left out the norm after the last block.",
            |model| counted(Slips { last: 0, ..RIGHT }, model),
        )
        .wrong(
            "norms without biases",
            "You counted a gain in GPT-2's norms and left out the bias.",
            |model| counted(Slips { vectors: (1, 1), ..RIGHT }, model),
        )
        .wrong(
            "norms with biases",
            "You counted a bias in Llama's norms; they have a gain alone.",
            |model| counted(Slips { vectors: (2, 2), ..RIGHT }, model),
        )
        .wrong(
            "columns exchanged",
            "You took each of the two families for the other one.",
            |model| {
                let llama = !model.llama;
                parameters(Decoder { llama, ..model })
            },
        )
        .wrong(
            "one block",
            "You counted one block; there are `layers` of them.",
            |model| parameters(Decoder { layers: 1, ..model }),
        )
        .and("memory", function(memory))
        .inputs(["parameters"])
        .parts([("weights", exact()), ("gradients", exact()), ("state", exact())])
        .case("one parameter", |_| (1,))
        .case("seven billion", |_| (7_000_000_000,))
        .cases(6, |g, i| (g.integer(1000..9999) << (4 * i),))
        .wrong(
            "state forgotten",
            "You left out what Adam keeps: a master weight and two moments, 4 bytes each.",
            |parameters| bytes(2 * parameters, 2 * parameters, 0),
        )
        .wrong(
            "master weights forgotten",
            "You left out the master weights; beside both moments, the optimizer keeps every weight in 4 bytes.",
            |parameters| bytes(2 * parameters, 2 * parameters, 8 * parameters),
        )
        .wrong(
            "4 bytes of state",
            "You counted 4 bytes of state for each parameter; Adam keeps a master weight and two moments, 4 bytes each.",
            |parameters| bytes(2 * parameters, 2 * parameters, 4 * parameters),
        )
        .wrong(
            "state in half",
            "You counted 2 bytes for the master weight and each moment; they have 4.",
            |parameters| bytes(2 * parameters, 2 * parameters, 6 * parameters),
        )
        .wrong(
            "all in f32",
            "You counted 4 bytes for weights and gradients; the network computes with 2.",
            |parameters| bytes(4 * parameters, 4 * parameters, 12 * parameters),
        )
        .wrong(
            "all in f32, no master weights",
            "You counted a training without mixed precision; here weights and gradients have 2 bytes, and the master \
             weights are kept beside the moments.",
            |parameters| bytes(4 * parameters, 4 * parameters, 8 * parameters),
        )
        .wrong(
            "all as state",
            "You returned all bytes together as the state; weights and gradients are parts of their own.",
            |parameters| bytes(2 * parameters, 2 * parameters, 16 * parameters),
        )
        .wrong(
            "bits",
            "You counted bits; a byte has 8 of them.",
            |parameters| bytes(16 * parameters, 16 * parameters, 96 * parameters),
        )
        .and("operations", function(operations))
        .inputs(["parameters", "tokens"])
        .parts([("operations", within(0.0, 1e-9))])
        .case("one parameter, one token", |_| (1, 1))
        .case("GPT-3", |_| (174_600_000_000, 300_000_000_000))
        .case("Llama 3 405B", |_| (405_000_000_000, 15_600_000_000_000))
        .cases(6, |g, i| (g.integer(1000..9999) << (3 * i), g.integer(1000..9999) << (2 * i)))
        .wrong(
            "forward alone",
            "You counted the forward pass alone; the backward pass takes twice as much on top.",
            |parameters, tokens| 2.0 * parameters as f64 * tokens as f64,
        )
        .wrong(
            "backward alone",
            "You came to 4 operations, which is the backward pass alone; the forward pass adds 2.",
            |parameters, tokens| 4.0 * parameters as f64 * tokens as f64,
        )
        .wrong(
            "multiplications alone",
            "You counted multiplications alone; each comes with an addition, which is an operation too.",
            |parameters, tokens| 3.0 * parameters as f64 * tokens as f64,
        )
        .wrong(
            "no factor",
            "You multiplied parameters and tokens; each pair costs 6 operations.",
            |parameters, tokens| parameters as f64 * tokens as f64,
        )
        .and("bill", function(bill))
        .inputs(["operations", "cards", "peak", "utilization", "price"])
        .parts([("days", within(0.0, 1e-6)), ("dollars", within(0.0, 1e-6))])
        .case("the example of the lesson", |_| (6e18, 10, 1e14, 0.5, 2.0))
        .case("one card", |_| (1e18, 1, 1e14, 0.3, 1.5))
        .case("Llama 2 70B on 2,000 A100", |_| (8.28e23, 2000, 312e12, 0.43, 1.8))
        .cases(6, |g, i| {
            let work = g.double(1.0..9.0) * 10_f64.powi(18 + i as i32);
            (work, g.integer(2..3000), g.double(1e14..1e15), g.double(0.2..0.6), g.double(1.0..5.0))
        })
        .wrong(
            "at the peak",
            "You took every card for as fast as its peak; only the share `utilization` of it is reached.",
            |operations, cards, peak, _, price| bill(operations, cards, peak, 1.0, price),
        )
        .wrong(
            "utilization exchanged",
            "You multiplied the time by the utilization; the smaller it is, the longer it takes, so divide.",
            |operations, cards, peak, utilization, price| bill(operations, cards, peak, 1.0 / utilization, price),
        )
        .wrong(
            "one card's time",
            "You let one card do all the work; the time is shared by `cards`, and the price is not.",
            |operations, _, peak, utilization, price| bill(operations, 1, peak, utilization, price),
        )
        .wrong(
            "one card's price",
            "You paid for one card; all of them cost `price` an hour each.",
            |operations, cards, peak, utilization, price| {
                let (days, dollars) = bill(operations, cards, peak, utilization, price);
                (days, dollars / cards as f64)
            },
        )
        .wrong(
            "price for a day",
            "You multiplied the price by days; it is for an hour.",
            |operations, cards, peak, utilization, price| {
                let (days, dollars) = bill(operations, cards, peak, utilization, price);
                (days, dollars / 24.0)
            },
        )
        .wrong(
            "hours",
            "You returned hours; days are asked.",
            |operations, cards, peak, utilization, price| {
                let (days, dollars) = bill(operations, cards, peak, utilization, price);
                (24.0 * days, dollars)
            },
        )
        .wrong(
            "seconds",
            "You returned seconds; days are asked.",
            |operations, cards, peak, utilization, price| {
                let (days, dollars) = bill(operations, cards, peak, utilization, price);
                (86_400.0 * days, dollars)
            },
        )
        .wrong(
            "exchanged",
            "You exchanged the two results; days come first.",
            |operations, cards, peak, utilization, price| {
                let (days, dollars) = bill(operations, cards, peak, utilization, price);
                (dollars, days)
            },
        )
        .run()
}
