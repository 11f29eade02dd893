//! What a network that hears digits is worth, and what can be seen of it.

use gradlings::prelude::*;

use super::{Pictures, Spoken};

/// The mean loss of a network over all pictures, and its accuracy, from 0 to 1. It also shows the first pictures with what the
/// network hears in them, those in which it hears something else, and the confusion matrix.
///
/// A part at a time, so that memory stays small.
///
/// ```
/// use course::spoken;
/// use gradlings::prelude::*;
///
/// let network = device().build_module::<(Flatten<768>, Linear<768, 10>), f32>();
/// let (loss, accuracy) = spoken::measure(&network, &spoken::training().range(0..20));
/// assert!(loss > 0.0 && accuracy <= 1.0);
/// ```
pub fn measure<Network>(network: &Network, set: &Spoken) -> (f32, f32)
where
    Network: Module<Pictures, Output = Tensor<(usize, Const<10>), f32, Dev>>,
{
    let all: Vec<usize> = (0..set.len()).collect();
    let (mut loss, mut said) = (0.0, Vec::new());
    for some in all.chunks(250) {
        let logits = network.forward(set.pictures_tensor(&device(), some));
        said.extend(logits.as_vec());
        let mean = cross_entropy_with_logits_loss(logits, set.one_hot(&device(), some)).array();
        loss += mean * some.len() as f32;
    }
    let labels = set.labels();
    let right = said.chunks(10).zip(&labels).filter(|(row, label)| {
        let largest = (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
        largest == Some(**label)
    });
    let right = right.count() as f32;
    let logits: Matrix = device().tensor_from_vec(said, (set.len(), 10));
    report::predictions("what it hears", set, &logits);
    report::confusion("what was said, and what it hears", None, &logits, &labels);
    report::wrong_predictions("what it hears wrongly", set, &logits);
    let count = set.len().max(1) as f32;
    (loss / count, right / count)
}
