//! A layer that is fed what it does not take: the wrong number of features or channels, images for rows, rows for images.

use super::expected;
use super::facts::{Facts, ticked};
use super::tensor::{Tensor, constant};
use super::types::Type;
use crate::runner::words::compiler::layer as words;

/// Layers that change what flows through a network.
const SHAPING: [&str; 6] = [
    "Linear",
    "Conv2D",
    "Flatten",
    "MaxPool2D",
    "AvgPool2D",
    "MinPool2D",
];

/// Layers that pass on as many numbers as they get.
const KEEPING: [&str; 13] = [
    "ReLU",
    "Sigmoid",
    "Tanh",
    "GeLU",
    "FastGeLU",
    "Softmax",
    "LogSoftmax",
    "Dropout",
    "DropoutOneIn",
    "Sin",
    "Cos",
    "Exp",
    "Abs",
];

/// What flows from one layer to the next, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    /// A batch of rows with so many features. The second is set where the number is known at run time only.
    Rows(Option<usize>, bool),
    /// A batch of images with so many channels.
    Images(Option<usize>),
    /// Anything.
    Unknown,
}

impl Flow {
    fn of(input: &Tensor) -> Self {
        match input.lengths() {
            Some([.., width]) if input.rank().is_some_and(|rank| rank == 1 || rank == 2) => {
                Flow::Rows(constant(width), width.is("usize"))
            }
            Some([_, channels, _, _]) => Flow::Images(constant(channels)),
            _ => Flow::Unknown,
        }
    }
}

/// A layer as a type says it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Layer {
    name: String,
    numbers: Vec<usize>,
    /// Whether it has weights on a device, as `build_module` makes it.
    built: bool,
}

impl Layer {
    fn of(found: &Type) -> Option<Self> {
        let (name, arguments) = found.named()?;
        if !SHAPING.contains(&name) && !KEEPING.contains(&name) {
            return None;
        }
        let mut numbers: Vec<usize> = arguments.iter().map_while(Type::number).collect();
        let built = arguments.len() > numbers.len();
        // Stride 1 and padding 0 are what a convolution has if nothing else is said.
        if name == "Conv2D" && numbers.get(3..) == Some(&[1, 0]) {
            numbers.truncate(3);
        }
        Some(Self {
            name: name.to_owned(),
            numbers,
            built,
        })
    }

    /// As it is written in the description of a network.
    fn code(&self) -> String {
        self.with(&self.numbers)
    }

    fn with(&self, numbers: &[usize]) -> String {
        if numbers.is_empty() {
            return format!("`{}`", self.name);
        }
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        format!("`{}<{}>`", self.name, numbers.join(", "))
    }

    /// The same layer for another number of features or channels.
    fn taking(&self, number: usize) -> String {
        let mut numbers = self.numbers.clone();
        if let Some(first) = numbers.first_mut() {
            *first = number;
        }
        self.with(&numbers)
    }

    fn keeps(&self) -> bool {
        KEEPING.contains(&self.name.as_str())
    }

    /// What it makes of `input`.
    fn gives(&self, input: Flow) -> Flow {
        match (self.name.as_str(), &self.numbers[..]) {
            ("Linear", [_, out]) => Flow::Rows(Some(*out), false),
            ("Flatten", [width]) => Flow::Rows(Some(*width), false),
            ("Conv2D", [_, out, ..]) => Flow::Images(Some(*out)),
            ("MaxPool2D" | "AvgPool2D" | "MinPool2D", _) => match input {
                Flow::Images(channels) => Flow::Images(channels),
                _ => Flow::Images(None),
            },
            _ if self.keeps() => input,
            _ => Flow::Unknown,
        }
    }

    /// What is wrong with feeding it `input`, which `before` made. `None` where nothing is.
    fn refuses(&self, input: Flow, before: Option<&Layer>) -> Option<String> {
        let me = self.code();
        let before = before.map(Layer::code);
        match (self.name.as_str(), input) {
            ("Linear", Flow::Rows(Some(fed), _)) => {
                let takes = *self.numbers.first()?;
                let (wanted, mended) = (features(takes), self.taking(fed));
                (fed != takes).then(|| match before {
                    Some(before) => words::features_after(me, wanted, fed, before, mended),
                    None => words::features(me, wanted, fed, mended),
                })
            }
            ("Linear", Flow::Rows(None, true)) => {
                let takes = self.numbers.first()?;
                Some(words::length_at_run_time(me, takes))
            }
            ("Linear", Flow::Images(channels)) => {
                let takes = *self.numbers.first()?;
                let (wanted, fed) = (features(takes), images(channels));
                Some(match before {
                    Some(before) => words::images_for_rows_after(me, wanted, fed, before, takes),
                    None => words::images_for_rows(me, wanted, fed, takes),
                })
            }
            ("Conv2D", Flow::Images(Some(fed))) => {
                let takes = *self.numbers.first()?;
                let (wanted, mended) = (channels(takes), self.taking(fed));
                (fed != takes).then(|| match before {
                    Some(before) => words::channels_after(me, wanted, fed, before, mended),
                    None => words::channels(me, wanted, fed, mended),
                })
            }
            ("Flatten", Flow::Rows(_, _)) => Some(match before {
                Some(before) => words::already_flat_after(me, before),
                None => words::already_flat(me),
            }),
            ("Conv2D" | "MaxPool2D" | "AvgPool2D" | "MinPool2D", Flow::Rows(_, _)) => {
                Some(match before {
                    Some(before) => words::rows_for_images_after(me, before),
                    None => words::rows_for_images(me),
                })
            }
            _ => None,
        }
    }
}

fn features(number: usize) -> String {
    match number {
        1 => words::feature().to_owned(),
        number => words::feature_count(number),
    }
}

fn channels(number: usize) -> String {
    match number {
        1 => words::channel().to_owned(),
        number => words::channel_count(number),
    }
}

fn images(channels: Option<usize>) -> String {
    match channels {
        None => words::images().to_owned(),
        Some(1) => words::images_with_channel().to_owned(),
        Some(channels) => words::images_with_channels(channels),
    }
}

/// Whether a type is a network: layers in tuples.
pub fn is_network(found: &Type) -> bool {
    match found {
        Type::Tuple(parts) => {
            let layer = |part: &Type| matches!(part, Type::Shortened) || is_network(part);
            parts.iter().any(is_network) && parts.iter().all(layer)
        }
        other => Layer::of(other).is_some(),
    }
}

/// The layers of a network in their order, or nothing if one of them is not known.
fn layers(network: &Type) -> Option<Vec<Layer>> {
    let mut found = Vec::new();
    let mut open = vec![network];
    while let Some(part) = open.pop() {
        match part {
            Type::Tuple(parts) => open.extend(parts.iter().rev()),
            other => found.push(Layer::of(other)?),
        }
    }
    Some(found)
}

/// Every network that the learner's file or the messages describe.
fn networks(facts: &Facts) -> Vec<Vec<Layer>> {
    let mut found: Vec<Type> = aliases(facts.source);
    for note in &facts.notes {
        found.extend(ticked(note).into_iter().filter_map(Type::parse));
        for (by, _) in ticked(note)
            .into_iter()
            .filter_map(|text| text.split_once(": "))
        {
            found.extend(Type::parse(by));
        }
    }
    let networks = found.iter().filter(|network| is_network(network));
    networks.filter_map(layers).collect()
}

/// The types that `type NAME = ...;` names.
fn aliases(source: &str) -> Vec<Type> {
    let code: Vec<&str> = source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect();
    let code = code.join("\n");
    let items = code.split("type ").skip(1);
    items
        .filter_map(|item| {
            let (_, described) = item.split(';').next()?.split_once('=')?;
            Type::parse(described)
        })
        .collect()
}

/// The layer in front of `layer` that decides what it is fed, if there is a network in which it has one place.
fn before(layer: &Layer, networks: &[Vec<Layer>]) -> Option<Layer> {
    let numbers = |one: &Layer| (one.name.clone(), one.numbers.clone());
    networks.iter().find_map(|network| {
        let mut places = (0..network.len()).filter(|at| numbers(&network[*at]) == numbers(layer));
        let place = places.next()?;
        if places.next().is_some() {
            return None;
        }
        let mut earlier = network[..place].iter().rev();
        earlier.find(|layer| !layer.keeps()).cloned()
    })
}

/// The first place in a network where what flows does not fit.
fn break_in(network: &[Layer]) -> Option<String> {
    let mut flow = Flow::Unknown;
    let mut source: Option<&Layer> = None;
    for layer in network {
        if let Some(wrong) = layer.refuses(flow, source) {
            return Some(wrong);
        }
        flow = layer.gives(flow);
        if !layer.keeps() {
            source = Some(layer);
        }
    }
    None
}

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if facts.warning {
        return None;
    }
    let networks = networks(facts);
    let module = |wanted: &Type| {
        let arguments = wanted
            .arguments_of("Module")
            .or(wanted.arguments_of("ModuleMut"));
        arguments.and_then(|arguments| arguments.first().cloned())
    };
    let bounds = facts.bounds();
    for (by, wanted) in &bounds {
        let (Some(input), Some(layer)) = (module(wanted), Layer::of(by)) else {
            continue;
        };
        if !layer.built && ["Linear", "Conv2D"].contains(&layer.name.as_str()) {
            return Some(words::only_described(layer.code()));
        }
        let Some(input) = Tensor::of(&input) else {
            continue;
        };
        let flow = Flow::of(&input);
        let before = before(&layer, &networks);
        // What the layer before gives has to be what this one is fed, or the two have nothing to do with each other.
        let before = before.filter(|before| {
            before.gives(Flow::Unknown) == flow
                || matches!(
                    (before.gives(Flow::Unknown), flow),
                    (Flow::Images(None), Flow::Images(_))
                )
        });
        if let Some(wrong) = layer.refuses(flow, before.as_ref()) {
            return Some(wrong);
        }
    }
    if let Some(fed) = first_layer(facts, &networks) {
        return Some(fed);
    }
    let forward = ["`forward`", "`forward_mut`"]
        .iter()
        .any(|name| facts.message.contains(name));
    let about_modules = bounds.iter().any(|(_, wanted)| module(wanted).is_some());
    if (facts.code == "E0599" && forward) || (facts.code == "E0277" && about_modules) {
        return networks.iter().find_map(|network| break_in(network));
    }
    None
}

/// The last layer of a network in the learner's file, if it gives `number` features: as it is, and giving `wanted`.
pub fn last_giving(facts: &Facts, number: usize, wanted: usize) -> Option<(String, String)> {
    networks(facts).iter().find_map(|network| {
        let last = network.iter().rev().find(|layer| !layer.keeps())?;
        let ("Linear", [fed, gives]) = (last.name.as_str(), &last.numbers[..]) else {
            return None;
        };
        (*gives == number).then(|| (last.code(), last.with(&[*fed, wanted])))
    })
}

/// What is given to `forward` is not what the first layer takes.
fn first_layer(facts: &Facts, networks: &[Vec<Layer>]) -> Option<String> {
    if facts.code != "E0308" {
        return None;
    }
    let (place, _) = facts.labelled("arguments to this")?;
    let called = super::facts::code_at(place);
    if !called.ends_with("forward") && !called.ends_with("forward_mut") {
        return None;
    }
    let (_, found) = expected::expected_and_found(facts)?;
    let fed = Flow::of(&Tensor::of(&found)?);
    networks
        .iter()
        .find_map(|network| network.first()?.refuses(fed, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_break_in_a_network_is_found_from_its_description() {
        let wrong =
            |text: &str| break_in(&layers(&Type::parse(text).expect("a type")).expect("layers"));
        let table = [
            (
                "(Flatten<511>, Linear<512, 10>)",
                "`Linear<512, 10>` takes 512 features, but is fed 511: `Flatten<511>` before it gives 511",
            ),
            (
                "(Conv2D<1, 32, 3>, ReLU, Linear<5408, 10>)",
                "Put `Flatten<5408>` before it",
            ),
            (
                "((Conv2D<1, 8, 3>, MaxPool2D<2>), Conv2D<4, 8, 3>)",
                "with 4 channels, but is fed images with 8: `MaxPool2D<2>`",
            ),
            (
                "(Flatten<9>, (ReLU, MaxPool2D<2>))",
                "Put it before the layer that makes rows",
            ),
            ("(Linear<4, 3>, Flatten<3>)", "Leave it out"),
        ];
        for (network, words) in table {
            let said = wrong(network).unwrap_or_default();
            assert!(said.contains(words), "{network}: {said}");
        }
        assert_eq!(wrong("((Linear<4, 3>, ReLU), Linear<3, 2>)"), None);
    }
}
