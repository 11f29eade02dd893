//! How `spirals` is checked: the prediction, the first steps of the training number by number, and then the whole training.

#[path = "../../solutions/05_network/spirals.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod spirals_predict;
mod spirals_steps;
mod spirals_whole;

fn main() {
    let check = spirals_steps::after(spirals_predict::check());
    spirals_whole::after(check).run()
}
