//! What has been published about large models: how they are built, and what their training took.

use gradlings::prelude::*;

/// What a decoder is built of.
#[derive(Clone, Copy, Debug)]
pub struct Decoder {
    /// Tokens that it knows.
    pub vocabulary: usize,
    /// Tokens that it can look back at.
    pub context: usize,
    /// Numbers that stand for a token between the blocks.
    pub width: usize,
    /// Blocks.
    pub layers: usize,
    /// Columns of the keys, and of the values.
    pub kv_width: usize,
    /// Units of a feed-forward layer.
    pub hidden: usize,
    /// Whether it is built like Llama, or else like GPT-2.
    pub llama: bool,
}
record!(Decoder {
    vocabulary,
    context,
    width,
    layers,
    kv_width,
    hidden,
    llama
});

/// The bytes that a training holds, without what a batch adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Of the weights that the network computes with.
    pub weights: usize,
    /// Of their gradients.
    pub gradients: usize,
    /// Of all that the optimizer keeps.
    pub state: usize,
}
record!(Memory {
    weights,
    gradients,
    state
});

/// A model, and what its authors say of it. What they do not say is not there.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Its name.
    pub name: &'static str,
    /// Where the figures stand.
    pub source: &'static str,
    /// When that was published.
    pub year: u32,
    /// How it is built.
    pub model: Decoder,
    /// Its parameters, as precisely as they are stated.
    pub parameters: f64,
    /// The tokens of its training.
    pub tokens: Option<f64>,
    /// The operations of its training.
    pub operations: Option<f64>,
    /// Hours of all cards together, and the peak of a card in operations per second.
    pub card_hours: Option<(f64, f64)>,
}

/// Operations per second of an A100 and of an H100 in bf16 with dense matrices, by NVIDIA's data sheets.
const A100: f64 = 312e12;
const H100: f64 = 989e12;

const GPT: Decoder = Decoder {
    vocabulary: 50_257,
    context: 1024,
    width: 1600,
    layers: 48,
    kv_width: 1600,
    hidden: 6400,
    llama: false,
};
const LLAMA_2: Decoder = Decoder {
    vocabulary: 32_000,
    context: 4096,
    width: 4096,
    layers: 32,
    kv_width: 4096,
    hidden: 11_008,
    llama: true,
};
const LLAMA_3: Decoder = Decoder {
    vocabulary: 128_256,
    context: 8192,
    width: 4096,
    layers: 32,
    kv_width: 1024,
    hidden: 14_336,
    llama: true,
};

/// Models of 1.5 to 405 billion parameters.
///
/// ```
/// use course::PUBLISHED;
///
/// let gpt_3 = PUBLISHED.iter().find(|it| it.name == "GPT-3").unwrap();
/// assert_eq!((gpt_3.year, gpt_3.tokens, gpt_3.operations), (2020, Some(300e9), Some(3.14e23)));
/// ```
pub const PUBLISHED: [Published; 8] = [
    Published {
        name: "GPT-2",
        source: "Radford and others: Language Models are Unsupervised Multitask Learners, table 2",
        year: 2019,
        model: GPT,
        parameters: 1542e6,
        tokens: None,
        operations: None,
        card_hours: None,
    },
    Published {
        name: "GPT-3",
        source: "Brown and others: Language Models are Few-Shot Learners, tables 2.1 and D.1",
        year: 2020,
        model: Decoder {
            context: 2048,
            width: 12_288,
            layers: 96,
            kv_width: 12_288,
            hidden: 49_152,
            ..GPT
        },
        parameters: 174.6e9,
        tokens: Some(300e9),
        operations: Some(3.14e23),
        card_hours: None,
    },
    Published {
        name: "Llama 2 7B",
        source: "Touvron and others: Llama 2, tables 1 and 2",
        year: 2023,
        model: LLAMA_2,
        parameters: 7e9,
        tokens: Some(2e12),
        operations: None,
        card_hours: Some((184_320.0, A100)),
    },
    Published {
        name: "Llama 2 13B",
        source: "Touvron and others: Llama 2, tables 1 and 2",
        year: 2023,
        model: Decoder {
            width: 5120,
            layers: 40,
            kv_width: 5120,
            hidden: 13_824,
            ..LLAMA_2
        },
        parameters: 13e9,
        tokens: Some(2e12),
        operations: None,
        card_hours: Some((368_640.0, A100)),
    },
    Published {
        name: "Llama 2 70B",
        source: "Touvron and others: Llama 2, tables 1 and 2",
        year: 2023,
        model: Decoder {
            width: 8192,
            layers: 80,
            kv_width: 1024,
            hidden: 28_672,
            ..LLAMA_2
        },
        parameters: 70e9,
        tokens: Some(2e12),
        operations: None,
        card_hours: Some((1_720_320.0, A100)),
    },
    Published {
        name: "Llama 3 8B",
        source: "Llama Team: The Llama 3 Herd of Models, table 3; tokens and card hours: the model's card",
        year: 2024,
        model: LLAMA_3,
        parameters: 8e9,
        tokens: Some(15e12),
        operations: None,
        card_hours: Some((1.3e6, H100)),
    },
    Published {
        name: "Llama 3 70B",
        source: "Llama Team: The Llama 3 Herd of Models, table 3; tokens and card hours: the model's card",
        year: 2024,
        model: Decoder {
            width: 8192,
            layers: 80,
            hidden: 28_672,
            ..LLAMA_3
        },
        parameters: 70e9,
        tokens: Some(15e12),
        operations: None,
        card_hours: Some((6.4e6, H100)),
    },
    Published {
        name: "Llama 3 405B",
        source: "Llama Team: The Llama 3 Herd of Models, section 3 and table 3; card hours: the model's card",
        year: 2024,
        model: Decoder {
            width: 16_384,
            layers: 126,
            hidden: 53_248,
            ..LLAMA_3
        },
        parameters: 405e9,
        tokens: Some(15.6e12),
        operations: Some(3.8e25),
        card_hours: Some((30.84e6, H100)),
    },
];
