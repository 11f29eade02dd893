//! Which units of the ReLUs ever answer with more than zero.

use crate::report::Observation;

/// Batches that are looked at together: a unit that is zero for every example of so many is as good as dead.
const BATCHES: usize = 64;
/// Batches that are enough to say something at the end of a short training.
const ENOUGH: usize = 8;
/// ReLUs that are told apart; a forward pass that never ends in a backward pass must not fill the memory.
const LAYERS: usize = 64;

/// The ReLUs of a network, told apart by their order in the forward pass.
#[derive(Debug, Default)]
pub(super) struct Activations {
    layers: Vec<Layer>,
    /// The next one in this forward pass.
    next: usize,
}

/// One ReLU.
#[derive(Debug)]
struct Layer {
    /// Whether each unit was above zero for some example of the window.
    alive: Vec<bool>,
    dead: usize,
    batches: usize,
    examples: usize,
    since: u64,
    /// What the last whole window came to.
    last: Option<Observation>,
}

impl Layer {
    fn new(units: usize, since: u64) -> Layer {
        Layer {
            alive: vec![false; units],
            dead: units,
            batches: 0,
            examples: 0,
            since,
            last: None,
        }
    }

    fn observation(&self, layer: usize) -> Observation {
        Observation::Activations {
            layer,
            units: self.alive.len(),
            dead: self.dead,
            step: self.since,
            batches: self.batches,
            examples: self.examples,
        }
    }
}

impl Activations {
    /// Takes in the output of the next ReLU of this forward pass. Costs a few reads per unit: a unit is looked at until
    /// it is seen alive, and then no more until the window ends.
    pub(super) fn take(&mut self, shape: &[usize], out: &[f32], step: u64) {
        let number = self.next;
        self.next += 1;
        // One example alone has no batch to speak for it.
        let (units, inner) = match *shape {
            [_, units] | [_, _, units] => (units, 1),
            [_, channels, height, width] => (channels, height * width),
            _ => return,
        };
        if number >= LAYERS || units == 0 || inner == 0 {
            return;
        }
        while self.layers.len() <= number {
            self.layers.push(Layer::new(units, step));
        }
        let layer = &mut self.layers[number];
        if layer.alive.len() != units {
            *layer = Layer::new(units, step);
        }
        for example in out.chunks_exact(units * inner) {
            if layer.dead == 0 {
                break;
            }
            for (alive, values) in layer.alive.iter_mut().zip(example.chunks_exact(inner)) {
                if !*alive && values.iter().any(|value| *value > 0.0) {
                    *alive = true;
                    layer.dead -= 1;
                }
            }
        }
        layer.batches += 1;
        layer.examples += shape[0];
        if layer.batches == BATCHES {
            let last = layer.observation(number);
            *layer = Layer::new(units, step + 1);
            layer.last = Some(last);
        }
    }

    /// The forward pass is over.
    pub(super) fn passed(&mut self) {
        self.next = 0;
    }

    /// What is known of each ReLU: its last whole window, or at the `end` what there is.
    pub(super) fn observations(&self, end: bool) -> Vec<Observation> {
        let of = |(number, layer): (usize, &Layer)| match &layer.last {
            Some(last) => Some(last.clone()),
            None => (end && layer.batches >= ENOUGH).then(|| layer.observation(number)),
        };
        self.layers.iter().enumerate().filter_map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dead(activations: &Activations) -> Vec<(usize, usize)> {
        let of = |observation| match observation {
            Observation::Activations { units, dead, .. } => (units, dead),
            other => panic!("{other:?}"),
        };
        let all = activations.observations(true).into_iter();
        all.map(of).collect()
    }

    #[test]
    fn a_unit_is_alive_if_any_example_of_the_window_makes_it_positive() {
        let mut activations = Activations::default();
        for step in 0..BATCHES {
            let second = if step == 7 { 1.0 } else { 0.0 };
            activations.take(&[2, 3], &[0.0, second, 0.0, 2.0, 0.0, 0.0], step as u64);
            // Two channels of two pixels: the second one is dead.
            activations.take(&[1, 2, 1, 2], &[0.0, 1.0, 0.0, 0.0], step as u64);
            activations.passed();
        }
        assert_eq!(dead(&activations), [(3, 1), (2, 1)]);
    }

    #[test]
    fn a_few_batches_say_nothing_and_one_example_has_no_units() {
        let mut activations = Activations::default();
        for step in 0..ENOUGH - 1 {
            activations.take(&[2, 3], &[0.0; 6], step as u64);
            activations.passed();
        }
        assert_eq!(dead(&activations), []);
        activations.take(&[4], &[0.0; 4], 0);
        assert_eq!(dead(&activations), []);
    }
}
